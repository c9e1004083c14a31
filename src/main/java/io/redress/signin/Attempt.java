package io.redress.signin;

import io.redress.lockout.ThrottleDecision;
import java.util.Optional;
import java.util.UUID;

/**
 * A login attempt that was counted, as failed, and whose password is not yet checked.
 *
 * @param accountId null where nobody has the name
 * @param hash what the password is compared with; none where there is no account or it has no password
 */
public record Attempt(UUID accountId, Optional<String> hash, SignInOrigin origin, ThrottleDecision decision) {}
