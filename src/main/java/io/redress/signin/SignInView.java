package io.redress.signin;

import io.redress.account.AccessToken;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PastSignIn", description = "一次登录 / a sign-in")
record SignInView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant signedInAt,
        @Schema(required = true) AccessToken.Means means,

        @Schema(description = "较早的登录为 null / null for an older one", nullable = true)
        AccessToken.Device device,

        @Schema(description = "从前没有用过的浏览器 / a browser that was not used before", required = true)
        boolean newDevice,

        @Schema(description = "登录地址 / signed in from", nullable = true, examples = "10.8.2.17")
        String address,

        @Schema(description = "即当前会话 / the one at hand", required = true)
        boolean current) {

    static SignInView of(AccessToken session, boolean current) {
        return new SignInView(
                session.id,
                session.createdAt,
                session.means,
                session.device,
                session.newDevice,
                session.address,
                current);
    }
}
