package io.redress.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "IssuedToken", description = "新令牌，密文只显示这一次 / a new token, its secret shown this once")
public record IssuedTokenView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "nightly import")
        String name,

        @Schema(required = true) List<String> scopes,

        @Schema(description = "放入 Authorization: Bearer / goes into Authorization: Bearer", required = true)
        String secret,

        @Schema(required = true) Instant expiresAt) {}
