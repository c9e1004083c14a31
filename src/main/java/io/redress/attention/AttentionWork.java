package io.redress.attention;

import io.redress.worklist.WorkKind;

/** What waits on the attention list. */
public enum AttentionWork implements WorkKind {
    /** A proposal of another account waits for a decision. */
    ATTENTION_TO_DECIDE("重点关注提名待审批"),
    /** The entry lapses unless it is renewed within a week. */
    ATTENTION_TO_REVIEW("重点关注待复核");

    private final String label;

    AttentionWork(String label) {
        this.label = label;
    }

    @Override
    public int place() {
        return 200 + ordinal();
    }

    @Override
    public String label() {
        return label;
    }
}
