package io.redress.account;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Token", description = "脚本令牌 / a script's token, without its secret")
record TokenView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "nightly import")
        String name,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant expiresAt) {

    static TokenView of(AccessToken token) {
        return new TokenView(token.id, token.name, token.createdAt, token.expiresAt);
    }
}
