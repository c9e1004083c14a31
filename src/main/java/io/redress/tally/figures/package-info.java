/**
 * Figures of any range of days, by week, month, quarter or year, computed from closings and entries; and the
 * reconciliation of a year.
 */
package io.redress.tally.figures;
