package io.redress.bulletin.model;

import java.util.Set;

public enum BulletinStatus {
    /** Being written. */
    DRAFT,
    /** 送审: waits for review. */
    SUBMITTED,
    /** 已审核: ready to be signed. */
    REVIEWED,
    /** 已签发: numbered and frozen. */
    ISSUED,
    /** 作废: keeps its number if it had one. */
    VOID;

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
