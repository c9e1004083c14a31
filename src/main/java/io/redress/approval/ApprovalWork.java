package io.redress.approval;

import io.redress.common.words.Label;
import io.redress.worklist.WorkKind;

/** What waits for a second person. */
public enum ApprovalWork implements WorkKind {
    ACCOUNT_CHANGES_TO_DECIDE("账号变更待审批", "Changes of accounts to decide");

    private final Label label;

    ApprovalWork(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public int place() {
        return 100 + ordinal();
    }

    @Override
    public Label label() {
        return label;
    }
}
