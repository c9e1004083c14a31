package io.redress.approval;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "不批准的原因 / why it is refused")
public record RefuseRequest(
        @Schema(required = true, examples = "本人称没有忘记密码") @NotBlank @Size(max = 500)
        String reason) {}
