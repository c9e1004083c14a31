package io.redress.tally;

import java.util.List;

/** A feature that counts. */
public interface MeasureSource {

    List<? extends Measure> measures();
}
