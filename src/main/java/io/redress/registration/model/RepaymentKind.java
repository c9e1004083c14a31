package io.redress.registration.model;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import io.redress.platform.SetOff;

/** 回款类型: what came back, as principal or as something that a loss formula may set off. */
public enum RepaymentKind implements Labelled {
    PRINCIPAL("本金", "Principal", null),
    INTEREST("利息", "Interest", SetOff.RETURNS),
    DIVIDEND("分红", "Dividend", SetOff.RETURNS),
    REBATE("返利", "Rebate", SetOff.RETURNS),
    REWARD("奖励", "Reward", SetOff.RETURNS),
    CONSUMPTION_OFFSET("消费抵扣", "Offset by purchases", SetOff.CONSUMPTION),
    GOODS("取得实物", "Goods received", SetOff.GOODS),
    /** Clearance funds (清退款, 条例 26) are returned against principal. */
    CLEARANCE("清退款", "Clearance", null);

    private final Label label;

    /** The part of a loss formula it belongs to; null for principal. */
    final SetOff part;

    RepaymentKind(String zh, String en, SetOff part) {
        label = new Label(zh, en);
        this.part = part;
    }

    @Override
    public Label label() {
        return label;
    }
}
