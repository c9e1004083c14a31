/** Figures of any days, by week, month, quarter or year, put together from closings and entries; and the proof of a year. */
package io.redress.tally.figures;
