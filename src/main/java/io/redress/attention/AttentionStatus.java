package io.redress.attention;

/** Where an entry stands. */
public enum AttentionStatus {
    /** 待审批. */
    PROPOSED,
    /** 在名单上. */
    ACTIVE,
    /** 未批准. */
    DECLINED,
    /** 已移出. */
    LEFT,
    /** 到期失效. */
    LAPSED;

    boolean canBecome(AttentionStatus next) {
        return switch (this) {
            case PROPOSED -> next == ACTIVE || next == DECLINED || next == LEFT;
            case ACTIVE -> next == ACTIVE || next == LEFT || next == LAPSED;
            case DECLINED, LEFT, LAPSED -> false;
        };
    }
}
