package io.redress.audit.log;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action that fails for another reason than refusal leaves neither a change nor an entry. */
@Schema(name = "AuditOutcome", description = "结果 / how it ended")
public enum Outcome implements Labelled {
    DONE("已办", "Done"),
    REFUSED("被拒绝", "Refused");

    private final Label label;

    Outcome(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
