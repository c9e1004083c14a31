package io.redress.trial;

import io.redress.common.words.Label;
import io.redress.tally.Measure;

public enum VisitMeasure implements Measure {
    VISITS;

    @Override
    public int place() {
        return 9000;
    }

    @Override
    public Label label() {
        return new Label("来访人次", "Visits");
    }

    @Override
    public boolean counts() {
        return true;
    }

    @Override
    public boolean sums() {
        return false;
    }
}
