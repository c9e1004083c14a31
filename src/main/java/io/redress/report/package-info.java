/**
 * What features say in the weekly bulletin. Each one that has something to report is a {@link io.redress.report.ReportPart}:
 * its sentences, its tables and the measures behind them. A part reads a closed week ({@link io.redress.report.PlatformWeek}
 * for one platform, {@link io.redress.report.DigestWeek} for all of them); headings and tables are numbered by the bulletin.
 */
@Uses({"area", "platform", "tally"})
package io.redress.report;

import io.redress.common.feature.Uses;
