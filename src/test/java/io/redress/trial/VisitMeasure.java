package io.redress.trial;

import io.redress.tally.Measure;

public enum VisitMeasure implements Measure {
    VISITS;

    @Override
    public int place() {
        return 9000;
    }

    @Override
    public String label() {
        return "来访人次";
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
