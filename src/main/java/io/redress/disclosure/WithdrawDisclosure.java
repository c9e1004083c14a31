package io.redress.disclosure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "撤回误记的披露 / withdraw a disclosure recorded by mistake")
record WithdrawDisclosure(
        @Schema(required = true, examples = "重复记录") @NotBlank @Size(max = 500)
        String reason) {}
