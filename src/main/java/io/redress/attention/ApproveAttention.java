package io.redress.attention;

import io.redress.common.text.Lines;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "批准列入 / approve")
record ApproveAttention(
        @Schema(
                description = "复核日；过后未续期即失效 / lapses after this day unless renewed",
                required = true,
                examples = "2021-04-30")
        @NotNull
        LocalDate reviewOn,

        @Schema(nullable = true) @Size(max = 500) @Lines String note) {}
