package io.redress.registration.model;

/** 出资方式. */
public enum PaymentMethod {
    BANK_TRANSFER,
    THIRD_PARTY_PAYMENT,
    POS,
    CASH
}
