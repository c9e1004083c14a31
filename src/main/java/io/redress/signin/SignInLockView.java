package io.redress.signin;

import io.redress.lockout.FailureScope;
import io.redress.lockout.LoginThrottle;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SignInLock", description = "暂停登录 / where nobody may try to sign in for now")
public record SignInLockView(
        @Schema(required = true) UUID id,
        @Schema(required = true) FailureScope lane,

        @Schema(description = "账号；无此用户名为 null / null where nobody has the name", nullable = true)
        UUID accountId,

        @Schema(nullable = true, examples = "clerk") String username,
        @Schema(nullable = true, examples = "10.8.2.17") String address,
        @Schema(required = true) int failures,
        @Schema(required = true) Instant lockedUntil) {

    static SignInLockView of(LoginThrottle.Locked lock, String username) {
        return new SignInLockView(
                lock.id(), lock.lane(), lock.accountId(), username, lock.address(), lock.failures(), lock.until());
    }
}
