package io.redress.attention;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** Where an entry stands. */
public enum AttentionStatus implements Labelled {
    /** 待审批. */
    PROPOSED("待审批", "To be approved"),
    /** 在名单上. */
    ACTIVE("在名单上", "On the list"),
    /** 未批准. */
    DECLINED("未批准", "Declined"),
    /** 已移出. */
    LEFT("已移出", "Ended"),
    /** 到期失效. */
    LAPSED("到期失效", "Lapsed");

    private final Label label;

    AttentionStatus(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    boolean canBecome(AttentionStatus next) {
        return switch (this) {
            case PROPOSED -> next == ACTIVE || next == DECLINED || next == LEFT;
            case ACTIVE -> next == ACTIVE || next == LEFT || next == LAPSED;
            case DECLINED, LEFT, LAPSED -> false;
        };
    }
}
