/** What features tell each other: events, observed synchronously in the transaction of the change. */
package io.redress.common.event;
