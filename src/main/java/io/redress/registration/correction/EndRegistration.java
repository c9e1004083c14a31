package io.redress.registration.correction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "撤回或不予登记 / withdraw or refuse")
public record EndRegistration(
        @Schema(description = "原因", required = true, examples = "本人要求撤回") @NotBlank @Size(max = 500)
        String reason) {}
