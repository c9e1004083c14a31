package io.redress.bulletin.model;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

public enum BulletinKind implements Labelled {
    /** One platform. */
    PLATFORM("平台周报", "Platform bulletin"),
    /** All platforms together (汇总). */
    DIGEST("综合周报", "Digest");

    private final Label label;

    BulletinKind(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
