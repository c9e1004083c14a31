/**
 * The tally (台账变动) and its weekly closing (周结), an append-only ledger.
 *
 * <p>A feature fires a change with the record's contribution to the figures before and after it ({@link
 * io.redress.tally.CountedChange}). The difference is written as {@link io.redress.tally.TallyEntry} rows in the same
 * transaction and never changed again. {@link io.redress.tally.closing.Closing} claims, in one transaction, every entry
 * recorded before the cut-off and not yet claimed. It stores opening, added, removed and closing per platform, area and
 * measure; opening(n) is closing(n−1). So 上期累计 + 本期新增 − 本期核减 = 本期累计 holds in every table, and late entries fall into
 * the next week.
 *
 * <p>{@link io.redress.tally.WeekFigures} reads a closed week. {@link io.redress.tally.figures.RangeFigures} reads any
 * range of days, closed or not, from the closings within it and the entries at its edges. {@link
 * io.redress.tally.figures.Reconciliation} proves a year by adding it up again.
 *
 * <p>The tally does not know what is counted: a feature that wants to appear in the bulletin adds a {@link
 * io.redress.tally.Measure} and fires its changes.
 */
@Uses({"account", "area", "platform"})
package io.redress.tally;

import io.redress.common.feature.Uses;
