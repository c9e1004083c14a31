package io.redress.signin;

import io.redress.account.AccessToken;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Session", description = "登录会话 / a session")
public record SessionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant createdAt,

        @Schema(description = "最近使用，精确到分 / last seen, to the minute", required = true)
        Instant lastSeenAt,

        @Schema(description = "登录地址 / signed in from", nullable = true, examples = "10.8.2.17")
        String address,

        @Schema(description = "即当前会话 / the one at hand", required = true)
        boolean current,

        @Schema(required = true) Instant expiresAt) {

    static SessionView of(AccessToken session, boolean current) {
        return new SessionView(
                session.id, session.createdAt, session.lastUsedAt, session.address, current, session.expiresAt);
    }
}
