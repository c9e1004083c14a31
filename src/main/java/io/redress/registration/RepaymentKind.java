package io.redress.registration;

/** 回款类型: what came back, as principal or as a return on it. */
public enum RepaymentKind {
    PRINCIPAL("本金"),
    INTEREST("利息"),
    DIVIDEND("分红"),
    REBATE("返利"),
    REWARD("奖励"),
    CONSUMPTION_OFFSET("消费抵扣"),
    CLEARANCE("清退款");

    private final String label;

    RepaymentKind(String label) {
        this.label = label;
    }

    /** As it is printed. */
    public String label() {
        return label;
    }

    /** Clearance funds (清退款, 条例 26) are returned against principal. */
    boolean isPrincipal() {
        return this == PRINCIPAL || this == CLEARANCE;
    }
}
