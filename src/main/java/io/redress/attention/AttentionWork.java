package io.redress.attention;

import io.redress.common.words.Label;
import io.redress.worklist.WorkKind;

/** What waits on the attention list. */
public enum AttentionWork implements WorkKind {
    /** A proposal of another account waits for a decision. */
    ATTENTION_TO_DECIDE("重点关注提名待审批", "Attention proposals to decide"),
    /** The entry lapses unless it is renewed within a week. */
    ATTENTION_TO_REVIEW("重点关注待复核", "Attention entries to review");

    private final Label label;

    AttentionWork(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public int place() {
        return 200 + ordinal();
    }

    @Override
    public Label label() {
        return label;
    }
}
