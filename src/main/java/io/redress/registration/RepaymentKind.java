package io.redress.registration;

/** 回款类型: what came back, as principal or as a return on it. */
public enum RepaymentKind {
    PRINCIPAL,
    INTEREST,
    DIVIDEND,
    REBATE,
    REWARD,
    CONSUMPTION_OFFSET,
    CLEARANCE;

    /** Clearance funds (清退款, 条例 26) are returned against principal. */
    boolean isPrincipal() {
        return this == PRINCIPAL || this == CLEARANCE;
    }
}
