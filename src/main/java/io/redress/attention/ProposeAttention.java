package io.redress.attention;

import io.redress.common.text.Lines;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "提名列入重点关注名单 / propose somebody for the attention list")
record ProposeAttention(
        @Schema(required = true) @NotNull UUID registrationId,
        @Schema(required = true) @NotNull AttentionReason reason,

        @Schema(
                description = "级别，1 联系最勤 / level, 1 is contacted most often",
                required = true,
                minimum = "1",
                maximum = "3",
                examples = "2")
        @NotNull
        @Min(1)
        @Max(3)
        Integer level,

        @Schema(description = "情况说明", nullable = true, examples = "来访时情绪激动，家中老人患病") @Size(max = 1000) @Lines
        String note) {}
