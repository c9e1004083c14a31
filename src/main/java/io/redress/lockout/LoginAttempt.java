package io.redress.lockout;

import io.redress.common.text.Digests;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * A login attempt and what is known about its origin.
 *
 * @param accountId null when no account has the name
 * @param deviceId the browser, if this account has signed in with it, else null
 * @param addressIsKnown whether this account has recently signed in from the address
 */
public record LoginAttempt(String username, UUID accountId, String address, UUID deviceId, boolean addressIsKnown) {

    /** The counters of this attempt, each with its key in the database. */
    Map<FailureScope, String> scopes() {
        var scopes = new EnumMap<FailureScope, String>(FailureScope.class);
        if (deviceId != null) {
            scopes.put(FailureScope.DEVICE, digest(FailureScope.DEVICE, deviceId.toString()));
            return scopes;
        }
        scopes.put(FailureScope.NAME_AND_ADDRESS, digest(FailureScope.NAME_AND_ADDRESS, username + "\n" + address));
        if (!addressIsKnown) {
            scopes.put(FailureScope.NAME, digest(FailureScope.NAME, username));
        }
        scopes.put(FailureScope.ADDRESS, digest(FailureScope.ADDRESS, address));
        return scopes;
    }

    private static String digest(FailureScope scope, String what) {
        return Digests.sha256(scope + "\n" + what);
    }
}
