package io.redress.token;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookies of Redress. Over TLS their names begin with {@code __Host-}: browsers then guarantee that no other host
 * and no page without TLS has set them. Only that name is then accepted.
 */
public enum BrowserCookie {
    SESSION("redress_session", NewCookie.SameSite.STRICT),
    /** Device cookie: distinguishes a browser that has signed in with an account before from all others. */
    DEVICE("redress_device", NewCookie.SameSite.STRICT),
    /**
     * Binds an OpenID Connect sign-in to the browser that began it. It is lax, because the provider's redirect must
     * carry it.
     */
    ELSEWHERE("redress_elsewhere", NewCookie.SameSite.LAX);

    private static final String HOST_ONLY = "__Host-";

    private final String name;

    private final NewCookie.SameSite sameSite;

    BrowserCookie(String name, NewCookie.SameSite sameSite) {
        this.name = name;
        this.sameSite = sameSite;
    }

    /** The cookie's value, or null. */
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
