package io.redress.bulletin.model;

import io.redress.common.words.Label;
import io.redress.worklist.WorkKind;

/** Kinds of work items about bulletins. */
public enum BulletinWork implements WorkKind {
    BULLETINS_TO_SUBMIT("周报待送审", "Bulletins to submit"),
    /** A bulletin that another account has submitted. */
    BULLETINS_TO_REVIEW("周报待审核", "Bulletins to review"),
    BULLETINS_TO_SIGN("周报待签发", "Bulletins to sign"),
    /** 应报未报: the bulletin is due and not issued, in any state. */
    BULLETINS_MISSING("周报应报未报", "Bulletins due and not issued");

    private final Label label;

    BulletinWork(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public int place() {
        return 400 + ordinal();
    }

    @Override
    public Label label() {
        return label;
    }
}
