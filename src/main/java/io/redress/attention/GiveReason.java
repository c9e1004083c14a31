package io.redress.attention;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "不批准或移出的原因 / why declined or left")
record GiveReason(
        @Schema(required = true, examples = "情绪已平稳") @NotBlank @Size(max = 500)
        String reason) {}
