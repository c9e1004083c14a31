package io.redress.common.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Verification of the request origin (OWASP, Cross-Site Request Forgery Prevention). A changing request is foreign if
 * its {@code Origin} is {@code null} or has another scheme, host or port than its target. It is also foreign if {@code
 * Sec-Fetch-Site} names another site. Clients other than browsers send neither header and are not foreign. Behind a TLS
 * proxy the scheme is the forwarded one.
 */
public final class RequestOrigin {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Sent by the same page or by the user; {@code same-site} would be another host of the domain. */
    private static final Set<String> OUR_PAGES = Set.of("same-origin", "none");

    private RequestOrigin() {}

    public static boolean isForeign(HttpServerRequest request) {
        if (SAFE.contains(request.method())) {
            return false;
        }
        var headers = request.headers();
        return !headers.getAll("Sec-Fetch-Site").stream().allMatch(OUR_PAGES::contains)
                || !headers.getAll("Origin").stream().allMatch(origin -> isOf(request, origin));
    }

    private static boolean isOf(HttpServerRequest request, String origin) {
        var authority = request.authority();
        if (authority == null) {
            return false;
        }
        var ours = Origin.of(request.scheme() + "://" + authority);
        return ours != null && ours.equals(Origin.of(origin));
    }

    /** Scheme, host and port (RFC 6454) in lower case, without the default port, as browsers send it. */
    private record Origin(String scheme, String authority) {

        /** Null if the text is no origin, such as {@code null} itself. */
        static Origin of(String text) {
            try {
                var uri = URI.create(text.toLowerCase(Locale.ROOT));
                var authority = uri.getRawAuthority();
                return uri.getScheme() == null || authority == null
                        ? null
                        : new Origin(uri.getScheme(), withoutUsualPort(uri.getScheme(), authority));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private static String withoutUsualPort(String scheme, String authority) {
            var usual = scheme.equals("https") ? ":443" : ":80";
            return authority.endsWith(usual) ? authority.substring(0, authority.length() - usual.length()) : authority;
        }
    }
}
