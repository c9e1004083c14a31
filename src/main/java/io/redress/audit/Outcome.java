package io.redress.audit;

/** How it ended. What fails for another reason leaves nothing behind, and no entry. */
public enum Outcome {
    /** 已完成. */
    DONE,
    /** 被拒绝. */
    REFUSED
}
