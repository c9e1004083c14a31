/** The clock, the time zone of the bureau, and partial dates. */
package io.redress.common.time;
