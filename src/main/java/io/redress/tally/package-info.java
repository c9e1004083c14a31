/**
 * The tally (台账变动) and its weekly closing (周结), kept as an accountant would.
 *
 * <p>Features say what a record contributes to the figures before and after a change ({@link io.redress.tally.CountedChange});
 * the difference is written as {@link io.redress.tally.TallyEntry} rows in the transaction of the change and never touched
 * again. {@link io.redress.tally.closing.Closing} claims, in one transaction, every entry recorded before the cut-off and not yet
 * claimed, and stores opening, added, removed and closing per platform, area and measure; opening(n) is closing(n−1). So
 * 上期累计 + 本期新增 − 本期核减 = 本期累计 holds in every table, and what comes late falls into the next week.
 *
 * <p>{@link io.redress.tally.WeekFigures} reads a closed week, {@link io.redress.tally.figures.RangeFigures} any days, closed or not, from
 * the closings within them and the entries at their edges; {@link io.redress.tally.figures.Reconciliation} proves a year by adding it up
 * again.
 *
 * <p>Nothing here knows what is counted: a feature that wants to be in the bulletin adds a {@link io.redress.tally.Measure}
 * and fires its changes.
 */
@Uses({"account", "area", "platform"})
package io.redress.tally;

import io.redress.common.feature.Uses;
