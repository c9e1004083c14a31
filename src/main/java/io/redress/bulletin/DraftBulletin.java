package io.redress.bulletin;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "拟稿：一个平台、一个已结的报告周 / draft for a platform and a closed week")
record DraftBulletin(
        @Schema(required = true) @NotNull UUID platformId,

        @Schema(description = "报告周末日", required = true, examples = "2021-03-07") @NotNull
        LocalDate weekEndsOn) {}
