package io.redress.account;

import io.redress.lockout.Admission;
import java.util.Optional;
import java.util.UUID;

/**
 * A password about to be tried, already counted as failed.
 *
 * @param accountId null where nobody has the name
 * @param hash what the password is held against; none where there is no account or it has no password
 */
record Attempt(UUID accountId, Optional<String> hash, Caller caller, Admission admission) {}
