/** Domain events, by which features inform each other. Observers run synchronously in the transaction of the change. */
package io.redress.common.event;
