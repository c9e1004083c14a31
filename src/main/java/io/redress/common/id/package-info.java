/** What records are named by. */
package io.redress.common.id;
