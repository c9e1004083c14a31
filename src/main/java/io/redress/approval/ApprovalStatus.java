package io.redress.approval;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** Where a request that needs a second person stands. */
public enum ApprovalStatus implements Labelled {
    PENDING("待审批", "Waiting"),
    APPROVED("已批准", "Approved"),
    REFUSED("未批准", "Refused"),
    /** By who asked, also by asking for something else instead. */
    WITHDRAWN("已撤回", "Withdrawn"),
    EXPIRED("已过期", "Expired"),
    /** Counted at once, because it needed nobody. */
    AT_ONCE("即时生效", "At once");

    private final Label label;

    ApprovalStatus(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
