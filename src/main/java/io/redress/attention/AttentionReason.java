package io.redress.attention;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** Why somebody needs more attention; there are no other reasons. */
public enum AttentionReason implements Labelled {
    /** 情绪波动大. */
    EMOTIONAL_DISTRESS("情绪波动大", "In distress"),
    /** 诉求强烈. */
    STRONG_DEMANDS("诉求强烈", "Strong demands"),
    /** 生活困难. */
    HARDSHIP("生活困难", "In hardship");

    private final Label label;

    AttentionReason(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
