package io.redress.registration.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account somebody held with the platform; accounts of one person are merged into one registration. */
@Schema(description = "平台账户 / an account with the platform")
public record PlatformAccount(
        @Schema(required = true, examples = "tdw_8812") @NotBlank @Size(max = 100)
        String username,

        @Schema(description = "注册手机", nullable = true) @Size(max = 30)
        String registeredPhone) {}
