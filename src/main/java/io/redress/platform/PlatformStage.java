package io.redress.platform;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** Where a platform's case stands. Stages are recorded as they are announced; a case may also be handed back. */
public enum PlatformStage implements Labelled {
    WATCHED("关注", "Watched"),
    COLLAPSED("出险", "Collapsed"),
    CASE_FILED("立案侦查", "Case filed"),
    SENT_FOR_PROSECUTION("移送审查起诉", "Sent for prosecution"),
    ON_TRIAL("审判", "On trial"),
    ENFORCEMENT("执行清退", "Enforcement"),
    CONCLUDED("终结", "Concluded");

    private final Label label;

    PlatformStage(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
