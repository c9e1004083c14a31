package io.redress.bulletin.model;

import io.redress.common.record.InClear;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step in the workflow of a bulletin; never changed. */
@Embeddable
@Schema(description = "周报流转的一步 / one step on its way")
public record BulletinStep(
        @Schema(required = true) @Enumerated(EnumType.STRING)
        BulletinAction action,

        @Schema(description = "经手人；自动拟稿为 null / null when the program did it", nullable = true)
        UUID accountId,

        @Schema(required = true, examples = "陈示例") @InClear("the name of an account")
        String takenBy,

        @Schema(required = true) Instant takenAt,

        @Schema(description = "退回、作废、更正的理由 / why it was sent back, voided or corrected", nullable = true)
        @InClear("about a bulletin")
        String reason) {}
