package io.redress.bulletin.model;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import java.util.Set;

public enum BulletinStatus implements Labelled {
    /** Being written. */
    DRAFT("草稿", "Draft"),
    /** 送审: waits for review. */
    SUBMITTED("待审核", "To review"),
    /** 已审核: ready to be signed. */
    REVIEWED("待签发", "To sign"),
    /** 已签发: numbered and frozen. */
    ISSUED("已签发", "Issued"),
    /** 作废: keeps its number if it had one. */
    VOID("已作废", "Void");

    private final Label label;

    BulletinStatus(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    boolean canBecome(BulletinStatus next) {
        return switch (this) {
            case DRAFT -> Set.of(SUBMITTED, VOID).contains(next);
            case SUBMITTED -> Set.of(REVIEWED, DRAFT, VOID).contains(next);
            case REVIEWED -> Set.of(ISSUED, DRAFT, VOID).contains(next);
            case ISSUED -> next == VOID;
            case VOID -> false;
        };
    }
}
