package io.redress.attention;

/** Where an entry stands. */
public enum AttentionStatus {
    /** 待审批. */
    PROPOSED("待审批"),
    /** 在名单上. */
    ACTIVE("在名单上"),
    /** 未批准. */
    DECLINED("未批准"),
    /** 已移出. */
    LEFT("已移出"),
    /** 到期失效. */
    LAPSED("到期失效");

    private final String label;

    AttentionStatus(String label) {
        this.label = label;
    }

    /** As it is printed. */
    public String label() {
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
