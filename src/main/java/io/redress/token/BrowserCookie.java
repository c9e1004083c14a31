package io.redress.token;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookies a browser keeps for us. Over TLS their names begin with {@code __Host-}, by which a browser knows that no other
 * host and no page without TLS may have set them; no other name is then believed.
 */
public enum BrowserCookie {
    SESSION("redress_session", NewCookie.SameSite.STRICT),
    /** Tells a browser that an account has signed in with before from one anywhere. */
    DEVICE("redress_device", NewCookie.SameSite.STRICT),
    /** Binds a sign-in elsewhere to the browser that began it; it has to come along when that other site sends one back. */
    ELSEWHERE("redress_elsewhere", NewCookie.SameSite.LAX);

    private static final String HOST_ONLY = "__Host-";

    private final String name;

    private final NewCookie.SameSite sameSite;

    BrowserCookie(String name, NewCookie.SameSite sameSite) {
        this.name = name;
        this.sameSite = sameSite;
    }

    /** What the browser sent, or null. */
    public String read(RoutingContext http) {
        var cookie = http.request().getCookie(nameFor(http));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    public NewCookie of(String value, Duration maxAge, RoutingContext http) {
        return new NewCookie.Builder(nameFor(http))
                .value(value)
                .path("/")
                .maxAge((int) maxAge.toSeconds())
                .httpOnly(true)
                .secure(http.request().isSSL())
                .sameSite(sameSite)
                .build();
    }

    public NewCookie removed(RoutingContext http) {
        return of("", Duration.ZERO, http);
    }

    private String nameFor(RoutingContext http) {
        return http.request().isSSL() ? HOST_ONLY + name : name;
    }
}
