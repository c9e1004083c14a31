package io.redress.token;

import io.redress.account.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Token", description = "脚本令牌，不含密文 / a script's token, without its secret")
public record TokenView(
        @Schema(required = true) UUID id,

        @Schema(description = "签发人 / whose it is", required = true, examples = "clerk")
        String username,

        @Schema(required = true, examples = "nightly import")
        String name,

        @Schema(required = true) List<String> scopes,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant expiresAt,

        @Schema(description = "最近使用，精确到分；未用过为 null / last use, to the minute", nullable = true)
        Instant lastUsedAt) {

    static TokenView of(AccessToken token) {
        return new TokenView(
                token.id,
                token.account.username,
                token.name,
                token.scopes,
                token.createdAt,
                token.expiresAt,
                token.lastUsedAt);
    }
}
