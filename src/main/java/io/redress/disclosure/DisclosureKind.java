package io.redress.disclosure;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** What kind of thing was disclosed. */
public enum DisclosureKind implements Labelled {
    /** 总部回复. */
    HEAD_OFFICE_REPLY("总部回复", "Reply of the head office"),
    /** 兑付方案. */
    REPAYMENT_PLAN("兑付方案", "Repayment plan"),
    /** 公告. */
    ANNOUNCEMENT("公告", "Announcement"),
    /** 回应关切. */
    ANSWER_TO_CONCERNS("回应关切", "Answer to concerns");

    private final Label label;

    DisclosureKind(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
