package io.redress.reveal;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** What is asked for beyond what one person alone may have in clear. */
public enum AccessKind implements Labelled {
    /** One list, narrowed as it was asked for. */
    EXPORT("明文导出", "Export in clear"),
    /** More people to look at on one day. */
    REVEALS("当日增加查看明文次数", "More looks in clear on one day");

    private final Label label;

    AccessKind(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
