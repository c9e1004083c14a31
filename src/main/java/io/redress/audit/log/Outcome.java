package io.redress.audit.log;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action that fails for another reason than refusal leaves neither a change nor an entry. */
@Schema(name = "AuditOutcome", description = "结果 / how it ended")
public enum Outcome {
    /** 已完成. */
    DONE,
    /** 被拒绝. */
    REFUSED
}
