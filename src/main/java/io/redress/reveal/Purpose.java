package io.redress.reveal;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** What somebody needs personal data in clear for; another purpose is none (个人信息保护法 6). */
public enum Purpose implements Labelled {
    /** 联系本人. */
    CONTACT_THE_PERSON("联系本人", "Contact the person"),
    /** 核对身份. */
    CHECK_IDENTITY("核对身份", "Check the identity"),
    /** 核实金额或发还资金. */
    VERIFY_OR_RETURN_MONEY("核实金额或发还资金", "Verify amounts or return money"),
    /** 移送或协助公安、司法机关. */
    ASSIST_AUTHORITIES("移送或协助公安、司法机关", "Assist the police or a court"),
    /** 本人申请查阅、复制. */
    REQUESTED_BY_THE_PERSON("本人申请查阅、复制", "The person asked for it"),
    /** 其他，须说明. */
    OTHER("其他", "Other");

    private final Label label;

    Purpose(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
