package io.redress.audit.log;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How it ended. What fails for another reason leaves nothing behind, and no entry. */
@Schema(name = "AuditOutcome", description = "结果 / how it ended")
public enum Outcome {
    /** 已完成. */
    DONE,
    /** 被拒绝. */
    REFUSED
}
