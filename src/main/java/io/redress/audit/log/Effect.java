package io.redress.audit.log;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AuditEffect", description = "对记录做了什么 / what it did to the record")
public enum Effect implements Labelled {
    CREATED("新增", "Created"),
    CHANGED("变更", "Changed"),
    REMOVED("移除", "Removed"),
    EXPORTED("导出", "Exported");

    private final Label label;

    Effect(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
