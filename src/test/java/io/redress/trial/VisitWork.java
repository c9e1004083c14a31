package io.redress.trial;

import io.redress.worklist.WorkKind;

public enum VisitWork implements WorkKind {
    VISITS_TO_ANSWER;

    @Override
    public int place() {
        return 9000;
    }

    @Override
    public String label() {
        return "来访待答复";
    }
}
