package io.redress.approval;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** Whether what an administrator gives an account waits for a second person. */
public enum DualControlState implements Labelled {
    REQUIRED("需第二人批准", "A second person approves"),
    /** Until somebody who can approve has chosen a password: a new installation. */
    NOT_YET("尚未开始：审计员、股室负责人都还没有登录", "Not yet: no auditor and no section chief has signed in"),
    /** By the setting, in a bureau with one administrator and nobody else. */
    OFF("已关闭：管理员一人即可变更账号", "Off: an administrator alone changes accounts");

    private final Label label;

    DualControlState(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
