package io.redress.bulletin;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "拟稿 / draft a bulletin")
record DraftBulletin(
        @Schema(description = "平台；汇总全部平台的不填 / leave out for the digest of all platforms", nullable = true)
        UUID platformId,

        @Schema(description = "报告周的末日，该周须已结 / last day of a closed week", required = true, examples = "2021-03-07")
        @NotNull
        LocalDate weekEndsOn) {}
