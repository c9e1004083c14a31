package io.redress.report;

import io.redress.tally.MeasureSource;
import java.util.List;
import java.util.Optional;

/**
 * What one feature says in the weekly bulletin. All of it must be as of the cut-off of the week, so that it reads alike
 * whenever it is asked for. A part whose measures no table prints fails a test.
 */
public interface ReportPart extends MeasureSource {

    /** Its passages in the bulletin of one platform. */
    List<Passage> passages(PlatformWeek week);

    /** Its passages in the digest of all platforms. */
    List<Passage> passages(DigestWeek week);

    /** Its tables in the bulletin of one platform. */
    List<ReportTable> tables(PlatformWeek week);

    /** Its tables in the digest of all platforms. */
    List<ReportTable> tables(DigestWeek week);

    /** What the picture of the last weeks draws; one part has it. */
    default Optional<TrendMeasures> trend() {
        return Optional.empty();
    }
}
