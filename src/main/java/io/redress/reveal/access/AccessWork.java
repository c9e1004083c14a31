package io.redress.reveal.access;

import io.redress.common.words.Label;
import io.redress.worklist.WorkKind;

/** What waits of requests for more in clear. */
public enum AccessWork implements WorkKind {
    ACCESS_REQUESTS_TO_DECIDE("明文申请待审批", "Requests for data in clear to decide");

    private final Label label;

    AccessWork(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public int place() {
        return 110 + ordinal();
    }

    @Override
    public Label label() {
        return label;
    }
}
