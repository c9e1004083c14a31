package io.redress.bulletin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "GiveBulletinReason", description = "退回、作废或更正的理由 / why it is sent back, voided or corrected")
record GiveBulletinReason(
        @Schema(required = true, examples = "第二部分数字表述有误") @NotBlank @Size(max = 500)
        String reason) {}
