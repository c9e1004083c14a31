package io.redress.bulletin.delivery;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** The reason for a mail to the readers. */
public enum Occasion implements Labelled {
    ISSUED("签发", "Issued"),
    VOIDED("作废", "Made void");

    private final Label label;

    Occasion(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
