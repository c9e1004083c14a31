package io.redress.reveal.access;

import io.redress.reveal.Purpose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "申请当日增加查看明文次数 / ask for more looks in clear on one day")
record AskForLooks(
        @Schema(description = "增加几次 / how many more", required = true, minimum = "1", maximum = "1000", examples = "50")
        @NotNull
        @Min(1)
        @Max(1000)
        Integer howMany,

        @Schema(description = "用途 / what for", required = true) @NotNull
        Purpose purpose,

        @Schema(description = "说明；用途为 OTHER 时必填 / needed when the purpose is OTHER", nullable = true) @Size(max = 500)
        String note) {}
