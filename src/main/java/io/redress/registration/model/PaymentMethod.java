package io.redress.registration.model;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** 出资方式. */
public enum PaymentMethod implements Labelled {
    BANK_TRANSFER("银行转账", "Bank transfer"),
    THIRD_PARTY_PAYMENT("第三方支付", "Third-party payment"),
    POS("POS 刷卡", "Card terminal"),
    CASH("现金", "Cash");

    private final Label label;

    PaymentMethod(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
