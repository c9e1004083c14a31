package io.redress.attention;

import io.redress.common.text.Lines;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "续期，可调级 / renew, perhaps at another level")
record RenewAttention(
        @Schema(required = true, examples = "2021-06-30") @NotNull
        LocalDate reviewOn,

        @Schema(description = "新级别；不调为 null", nullable = true, minimum = "1", maximum = "3") @Min(1) @Max(3)
        Integer level,

        @Schema(nullable = true) @Size(max = 500) @Lines String note) {}
