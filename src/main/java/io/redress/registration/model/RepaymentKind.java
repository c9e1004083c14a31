package io.redress.registration.model;

import io.redress.platform.SetOff;

/** 回款类型: what came back, as principal or as something that a loss formula may set off. */
public enum RepaymentKind {
    PRINCIPAL("本金", null),
    INTEREST("利息", SetOff.RETURNS),
    DIVIDEND("分红", SetOff.RETURNS),
    REBATE("返利", SetOff.RETURNS),
    REWARD("奖励", SetOff.RETURNS),
    CONSUMPTION_OFFSET("消费抵扣", SetOff.CONSUMPTION),
    GOODS("取得实物", SetOff.GOODS),
    /** Clearance funds (清退款, 条例 26) are returned against principal. */
    CLEARANCE("清退款", null);

    private final String label;

    /** The part of a loss formula it belongs to; null for principal. */
    final SetOff part;

    RepaymentKind(String label, SetOff part) {
        this.label = label;
        this.part = part;
    }

    /** As it is printed. */
    public String label() {
        return label;
    }
}
