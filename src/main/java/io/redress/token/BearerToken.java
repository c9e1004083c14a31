package io.redress.token;

import io.vertx.ext.web.RoutingContext;

/** Bearer token in the Authorization header (RFC 6750); the scheme's name is case-insensitive (RFC 9110). */
public final class BearerToken {

    private static final String BEARER = "Bearer ";

    private BearerToken() {}

    static boolean isIn(RoutingContext http) {
        return read(http) != null;
    }

    /** The token, or null. */
    static String read(RoutingContext http) {
        var authorization = http.request().getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
