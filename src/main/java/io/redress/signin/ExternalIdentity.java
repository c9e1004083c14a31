package io.redress.signin;

import io.redress.account.Role;
import java.net.URI;
import java.util.Set;

/**
 * A user of an identity provider, with the permissions that its claims give him here.
 *
 * @param issuer the provider
 * @param subject the user's permanent id at the provider
 * @param username the user's name at the provider; it may change, and another account may have it here
 * @param areaCode the user's area, or null
 * @param branchId the user's branch, or null
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
