package io.redress.platform;

/** Where a platform's case stands. Stages are recorded as they are announced; a case may also be handed back. */
public enum PlatformStage {
    /** 关注. */
    WATCHED,
    /** 出险. */
    COLLAPSED,
    /** 立案. */
    CASE_FILED,
    /** 移送审查起诉. */
    SENT_FOR_PROSECUTION,
    /** 审判. */
    ON_TRIAL,
    /** 执行清退. */
    ENFORCEMENT,
    /** 终结. */
    CONCLUDED
}
