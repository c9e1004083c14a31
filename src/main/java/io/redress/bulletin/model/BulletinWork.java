package io.redress.bulletin.model;

import io.redress.worklist.WorkKind;

/** Kinds of work items about bulletins. */
public enum BulletinWork implements WorkKind {
    BULLETINS_TO_SUBMIT("周报待送审"),
    /** A bulletin that another account has submitted. */
    BULLETINS_TO_REVIEW("周报待审核"),
    BULLETINS_TO_SIGN("周报待签发"),
    /** 应报未报: due and not issued, in whatever state. */
    BULLETINS_MISSING("周报应报未报");

    private final String label;

    BulletinWork(String label) {
        this.label = label;
    }

    @Override
    public int place() {
        return 400 + ordinal();
    }

    @Override
    public String label() {
        return label;
    }
}
