/** What records of a kind say for themselves when their time is over. */
package io.redress.common.retention;
