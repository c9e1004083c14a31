package io.redress.registration.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's account with the platform; one registration has all accounts of the person. */
@Schema(description = "平台账户 / an account with the platform")
public record PlatformAccount(
        @Schema(required = true, examples = "tdw_8812") @NotBlank @Size(max = 100)
        String username,

        @Schema(description = "注册手机", nullable = true) @Size(max = 30)
        String registeredPhone) {}
