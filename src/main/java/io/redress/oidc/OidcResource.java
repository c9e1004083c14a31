package io.redress.oidc;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.redress.common.problem.Problem;
import io.redress.common.web.StandalonePage;
import io.redress.signin.FederatedSignIn;
import io.redress.token.BrowserCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/session/oidc")
@Tag(name = "session")
class OidcResource {

    private static final String RETURN = "/api/v1/session/oidc/return";

    /** Long enough for a user to find the second factor. */
    private static final Duration HANDSHAKE = Duration.ofMinutes(10);

    private final OidcSettings settings;
    private final IdentityProvider provider;
    private final FederatedSignIn elsewhere;
    private final Template page;

    OidcResource(
            OidcSettings settings,
            IdentityProvider provider,
            FederatedSignIn elsewhere,
            @Location("signed-in.html") Template page) {
        this.settings = settings;
        this.provider = provider;
        this.elsewhere = elsewhere;
        this.page = page;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "统一身份认证登录 / sign in by OpenID Connect",
            description = "浏览器转往身份认证服务（授权码流程，PKCE）。"
                    + " / Sends the browser to the identity provider, with the authorization code flow and PKCE.")
    @APIResponse(
            responseCode = "303",
            description = "转往身份认证服务 / to the identity provider",
            headers = {
                @Header(
                        name = "Location",
                        description = "登录地址 / where to sign in",
                        required = true,
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Set-Cookie",
                        description = "本次登录 / this sign-in",
                        required = true,
                        schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "未启用 / not in use")
    @APIResponse(responseCode = "503", description = "身份认证服务联系不上 / the identity provider cannot be reached")
    public RestResponse<Void> begin(@Context RoutingContext http) {
        demandOn();
        var handshake = Handshake.begin();
        return ResponseBuilder.<Void>seeOther(provider.signInAddress(handshake, returnAddress(http)))
                .cookie(BrowserCookie.ELSEWHERE.of(handshake.secret(), HANDSHAKE, http))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/offer")
    @PermitAll
    @Operation(
            summary = "可否统一身份认证登录 / whether there is sign-in by OpenID Connect",
            description = "登录页据此显示按钮。 / For the sign-in page, to show its button or not.")
    public OidcOffer offer() {
        return new OidcOffer(settings.isOn());
    }

    /**
     * The redirect URI. The response is a page that navigates by itself, not a redirect: the session cookie is {@code
     * SameSite=Strict}, and a browser would not send it on a navigation that began at another site.
     */
    @GET
    @Path("/return")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "统一身份认证登录完成 / back from the identity provider",
            description =
                    "核对身份认证服务的答复，按声明给角色，开设或更新账号，开始会话。"
                            + " / Checks what the provider says, gives the account the roles of its claims, and opens a session.")
    @APIResponse(
            responseCode = "200",
            description = "已登录，网页自行转入 / signed in; the page goes on by itself",
            headers =
                    @Header(
                            name = "Set-Cookie",
                            description = "会话 / the session",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "401", description = "没有完成，或不是从本浏览器发起 / not completed, or not begun in this browser")
    @APIResponse(
            responseCode = "403",
            description = "没有角色、角色不符或账号已停用 / no role, roles that do not fit, or a disabled account")
    @APIResponse(responseCode = "404", description = "未启用 / not in use")
    @APIResponse(responseCode = "503", description = "身份认证服务联系不上 / the identity provider cannot be reached")
    public RestResponse<String> complete(@Context RoutingContext http) {
        demandOn();
        var secret = BrowserCookie.ELSEWHERE.read(http);
        if (secret == null) {
            throw Problem.of(401, "oidc-failed");
        }
        var answer = http.queryParams().names().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> http.queryParams().getAll(name)));
        var claims = provider.claims(answer, new Handshake(secret), returnAddress(http));
        var person = new Claims(claims.toJSONObject()).person(settings);
        return ResponseBuilder.ok(page.data("landing", settings.landing).render(), StandalonePage.MEDIA_TYPE)
                .cookie(elsewhere.signIn(person, http), BrowserCookie.ELSEWHERE.removed(http))
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'")
                .build();
    }

    private void demandOn() {
        if (!settings.isOn()) {
            throw Problem.of(404, "oidc-off");
        }
    }

    /** As the browser sees this service; the provider checks it against the registered redirect URIs. */
    private static URI returnAddress(RoutingContext http) {
        return URI.create(http.request().scheme() + "://" + http.request().authority() + RETURN);
    }
}
