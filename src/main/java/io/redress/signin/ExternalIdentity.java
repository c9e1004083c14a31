package io.redress.signin;

import io.redress.account.Role;
import java.net.URI;
import java.util.Set;

/**
 * Somebody whom another service vouches for, and what it says they may do here.
 *
 * @param issuer the service
 * @param subject who they are to it, for ever
 * @param username what they call themselves there; may change, and may be somebody else's here
 * @param areaCode the area they answer for, or null
 * @param branchId the branch they speak for, or null
 */
public record ExternalIdentity(
        String issuer,
        String subject,
        String username,
        String name,
        Set<Role> roles,
        String areaCode,
        String branchId) {

    /** Never one that an account of our own could have, which are without an {@code @}. */
    String usernameHere() {
        return username + "@" + URI.create(issuer).getHost();
    }

    String usernameOfSubject() {
        return subject + "@" + URI.create(issuer).getHost();
    }
}
