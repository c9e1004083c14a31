package io.redress.audit.verification;

import io.redress.audit.verification.ChainVerification.Result;
import io.redress.audit.verification.Fault.Kind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "审计日志校验结果 / what verifying the audit trail found")
public record AuditVerificationView(
        @Schema(required = true) Instant verifiedAt,

        @Schema(description = "完整 / nothing was tampered with", required = true)
        boolean intact,

        @Schema(description = "最先发现的问题 / the first fault found", nullable = true)
        Fault fault,

        @Schema(description = "校验过的环数 / seals verified", required = true)
        long seals,

        @Schema(description = "校验过的条数 / entries verified in them", required = true)
        long entries,

        @Schema(description = "刚写入、待封存的条数 / entries waiting to be sealed", required = true)
        long pending,

        @Schema(description = "最后一环的校验码，可抄存备查 / code of the last seal, to be kept elsewhere", required = true)
        String headCode,

        @Schema(description = "是否有库外锚点可供核对 / whether there was a checkpoint outside the database", required = true)
        boolean anchored) {

    @Schema(name = "AuditFault", description = "问题所在 / where the trail is broken")
    record Fault(
            @Schema(required = true) Kind kind,

            @Schema(description = "问题 / in words", required = true)
            String words,

            @Schema(description = "第几环 / number of the seal", nullable = true)
            Long seal,

            @Schema(description = "条目 / the entry", nullable = true)
            UUID entryId) {}

    static AuditVerificationView of(Result result, Instant now) {
        var fault = result.fault();
        return new AuditVerificationView(
                now,
                result.isIntact(),
                fault == null ? null : new Fault(fault.kind(), fault.kind().words(), fault.seal(), fault.entry()),
                result.head().number(),
                result.entries(),
                result.pending(),
                result.head().code(),
                result.isCheckpointed());
    }
}
