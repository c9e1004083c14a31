package io.redress.signin;

import io.redress.lockout.ThrottleDecision;
import java.util.Optional;
import java.util.UUID;

/**
 * A login attempt that is already counted as failed; its password is not checked yet.
 *
 * @param accountId null when no account has the name
 * @param hash the hash to check against; empty when there is no account or it has no password
 */
public record Attempt(UUID accountId, Optional<String> hash, SignInOrigin origin, ThrottleDecision decision) {}
