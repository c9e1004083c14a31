package io.redress.disclosure;

import io.redress.common.web.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Disclosure", description = "信息披露 / a disclosure")
record DisclosureView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID platformId,
        @Schema(nullable = true) UUID branchId,
        @Schema(required = true) DisclosureKind kind,
        @Schema(required = true) LocalDate disclosedOn,
        @Schema(required = true, examples = "共信赢潮州分公司") String source,
        @Schema(required = true) String summary,
        @Schema(required = true) String recordedBy,
        @Schema(required = true) Instant recordedAt,

        @Schema(description = "撤回的时刻；未撤回为 null / when it was withdrawn", nullable = true)
        Instant withdrawnAt,

        @Schema(nullable = true) String withdrawnBy,
        @Schema(nullable = true) String withdrawalReason,
        @Schema(required = true) long version)
        implements Versioned {

    static DisclosureView of(Disclosure disclosure) {
        return new DisclosureView(
                disclosure.id,
                disclosure.platformId,
                disclosure.branchId,
                disclosure.kind,
                disclosure.disclosedOn,
                disclosure.source,
                disclosure.summary,
                disclosure.recordedBy,
                disclosure.recordedAt,
                disclosure.withdrawnAt,
                disclosure.withdrawnBy,
                disclosure.withdrawalReason,
                disclosure.version);
    }
}
