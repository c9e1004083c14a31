/** The weekly closing (周结), by the job or by a section chief, including weeks left open. */
package io.redress.tally.closing;
