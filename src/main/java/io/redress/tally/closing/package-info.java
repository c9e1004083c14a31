/** The weekly closing (周结): by the job, by a chief, and of weeks left open. */
package io.redress.tally.closing;
