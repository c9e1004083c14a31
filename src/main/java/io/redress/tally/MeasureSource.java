package io.redress.tally;

import java.util.List;

/** Publishes the measures of one feature. */
public interface MeasureSource {

    List<? extends Measure> measures();
}
