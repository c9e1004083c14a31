package io.redress.registration.investor;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** 主体类型: participants are persons and organisations alike (2019 两高一部意见 十: 投入资金的单位和个人). */
public enum InvestorKind implements Labelled {
    PERSON("个人", "Individual"),
    ORGANISATION("单位", "Organisation");

    private final Label label;

    InvestorKind(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
