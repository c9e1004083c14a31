package io.redress.attention;

import io.redress.common.web.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AttentionEntry", description = "重点关注名单的一条 / an entry of the attention list")
record AttentionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID registrationId,
        @Schema(required = true) UUID platformId,
        @Schema(required = true) UUID investorId,
        @Schema(required = true, examples = "陈小明") String investorName,
        @Schema(required = true, examples = "445102010001") String areaCode,
        @Schema(required = true) AttentionReason reason,
        @Schema(required = true, examples = "2") int level,
        @Schema(required = true) AttentionStatus status,
        @Schema(nullable = true) String note,
        @Schema(required = true) String proposedBy,
        @Schema(required = true) Instant proposedAt,
        @Schema(description = "最近审批人", nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true) String decisionNote,
        @Schema(description = "复核日", nullable = true) LocalDate reviewOn,
        @Schema(description = "移出原因", nullable = true) String leavingReason,
        @Schema(nullable = true) Instant endedAt,
        @Schema(required = true) long version)
        implements Versioned {

    static AttentionView of(AttentionEntry entry) {
        return new AttentionView(
                entry.id,
                entry.registrationId,
                entry.platformId,
                entry.investorId,
                entry.investorName(),
                entry.areaCode,
                entry.reason,
                entry.level,
                entry.status,
                entry.note(),
                entry.proposedBy,
                entry.proposedAt,
                entry.decidedBy,
                entry.decidedAt,
                entry.decisionNote(),
                entry.reviewOn,
                entry.leavingReason(),
                entry.endedAt,
                entry.version);
    }
}
