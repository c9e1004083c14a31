package io.redress.reveal.access;

import io.redress.approval.ApprovalStatus;
import io.redress.common.web.Versioned;
import io.redress.reveal.AccessKind;
import io.redress.reveal.AccessRequest;
import io.redress.reveal.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AccessRequest", description = "明文申请 / a request for more in clear than one person alone may have")
record AccessRequestView(
        @Schema(required = true) UUID id,
        @Schema(required = true) AccessKind kind,
        @Schema(required = true) ApprovalStatus status,
        @Schema(required = true) Purpose purpose,
        @Schema(nullable = true) String note,
        @Schema(nullable = true, examples = "registrations") String list,
        @Schema(nullable = true) UUID platformId,
        @Schema(nullable = true, examples = "445102010000") String areaCode,
        @Schema(nullable = true, examples = "VERIFIED") String listStatus,
        @Schema(nullable = true) LocalDate from,
        @Schema(nullable = true) LocalDate to,

        @Schema(description = "申请时列表中的人数 / people in the list when it was asked for", nullable = true, examples = "312")
        Integer people,

        @Schema(description = "增加的查看次数 / further looks", nullable = true, examples = "50")
        Integer howMany,

        @Schema(required = true) UUID askedById,
        @Schema(required = true, examples = "黄股长") String askedBy,
        @Schema(required = true) Instant askedAt,

        @Schema(description = "过期不办即作废 / it lapses unless decided by then", required = true)
        Instant expiresAt,

        @Schema(nullable = true, examples = "郑分管") String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true) String refusalReason,

        @Schema(description = "批准后可用到何时 / until when an approved one can be used", nullable = true)
        Instant validUntil,

        @Schema(required = true) long version)
        implements Versioned {

    static AccessRequestView of(AccessRequest request, Instant now) {
        var approval = request.approval;
        return new AccessRequestView(
                request.id,
                request.kind,
                approval.statusAt(now),
                request.purpose,
                request.note(),
                request.list,
                request.platformId,
                request.areaCode,
                request.listStatus,
                request.firstDay,
                request.lastDay,
                request.people,
                request.howMany,
                approval.askedById(),
                approval.askedBy(),
                approval.askedAt(),
                approval.expiresAt(),
                approval.decidedBy(),
                approval.decidedAt(),
                request.refusalReason(),
                request.validUntil(),
                request.version);
    }
}
