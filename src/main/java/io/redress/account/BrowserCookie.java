package io.redress.account;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;

/**
 * The cookies a browser keeps for us. Over TLS their names begin with {@code __Host-}, by which a browser knows that no other
 * host and no page without TLS may have set them; no other name is then believed.
 */
enum BrowserCookie {
    SESSION("redress_session"),
    /** Tells a browser that an account has signed in with before from one anywhere. */
    DEVICE("redress_device");

    private static final String HOST_ONLY = "__Host-";

    private final String name;

    BrowserCookie(String name) {
        this.name = name;
    }

    /** What the browser sent, or null. */
    String read(RoutingContext http) {
        var cookie = http.request().getCookie(nameFor(http));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    NewCookie of(String value, long maxAgeSeconds, RoutingContext http) {
        return new NewCookie.Builder(nameFor(http))
                .value(value)
                .path("/")
                .maxAge((int) maxAgeSeconds)
                .httpOnly(true)
                .secure(http.request().isSSL())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    NewCookie removed(RoutingContext http) {
        return of("", 0, http);
    }

    private String nameFor(RoutingContext http) {
        return http.request().isSSL() ? HOST_ONLY + name : name;
    }
}
