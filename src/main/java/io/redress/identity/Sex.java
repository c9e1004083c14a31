package io.redress.identity;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** From the document number: odd sequence for men, even for women (GB 11643-1999). */
public enum Sex implements Labelled {
    MALE("男", "male"),
    FEMALE("女", "female");

    private final Label label;

    Sex(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
