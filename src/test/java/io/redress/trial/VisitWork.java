package io.redress.trial;

import io.redress.common.words.Label;
import io.redress.worklist.WorkKind;

public enum VisitWork implements WorkKind {
    VISITS_TO_ANSWER;

    @Override
    public int place() {
        return 9000;
    }

    @Override
    public Label label() {
        return new Label("来访待答复", "Visits to answer");
    }
}
