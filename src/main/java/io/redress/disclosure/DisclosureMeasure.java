package io.redress.disclosure;

import io.redress.common.words.Label;
import io.redress.tally.Measure;

/** What disclosures are counted by. */
public enum DisclosureMeasure implements Measure {
    /** 信息披露次数 of platforms and their branches. */
    DISCLOSURES;

    @Override
    public int place() {
        return 300 + ordinal();
    }

    @Override
    public Label label() {
        return new Label("信息披露次数", "Disclosures");
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
