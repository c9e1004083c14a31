package io.redress.bulletin.model;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

public enum BulletinAction implements Labelled {
    DRAFTED("拟稿", "Drafted"),
    EDITED("修改", "Edited"),
    REGENERATED("重新生成", "Proposed anew"),
    SUBMITTED("送审", "Submitted"),
    SENT_BACK("退回", "Sent back"),
    REVIEWED("审核通过", "Reviewed"),
    ISSUED("签发", "Issued"),
    VOIDED("作废", "Made void");

    private final Label label;

    BulletinAction(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
