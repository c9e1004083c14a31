/** The one clock and the one time zone that reports are kept in. */
package io.redress.common.time;
