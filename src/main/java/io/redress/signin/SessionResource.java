package io.redress.signin;

import io.quarkus.security.Authenticated;
import io.redress.account.Account;
import io.redress.account.AccountView;
import io.redress.account.BeforePasswordChange;
import io.redress.account.CurrentViewer;
import io.redress.account.KnownDevice;
import io.redress.token.BrowserCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session", description = "登录 / signing in and out")
class SessionResource {

    private static final String FOREIGN_ORIGIN = "请求来自其他网站 / the request comes from another site";

    private final SigningIn signingIn;
    private final Sessions sessions;
    private final CurrentViewer current;

    SessionResource(SigningIn signingIn, Sessions sessions, CurrentViewer current) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.current = current;
    }

    @POST
    @Path("/session")
    @PermitAll
    @BeforePasswordChange
    @Operation(
            summary = "登录 / sign in",
            description = "成功后以 redress_session Cookie 识别（经 TLS 时名为 __Host-redress_session），10 小时内有效，闲置 30 分钟失效。"
                    + "另给浏览器一个 redress_device Cookie，使其失败次数单独计算。"
                    + " / Known by a cookie for ten hours, or until idle for thirty minutes. A second cookie lets this"
                    + " browser's failures be counted apart from those of strangers.")
    @APIResponse(
            responseCode = "200",
            description = "已登录 / signed in",
            headers =
                    @Header(
                            name = "Set-Cookie",
                            description = "会话 / the session",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "401", description = "用户名或密码不正确 / the username or password is wrong")
    @APIResponse(responseCode = "403", description = FOREIGN_ORIGIN)
    @APIResponse(
            responseCode = "429",
            description = "失败过多，稍后再试；未核对密码 / too many failures, wait; the password was not looked at",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "秒数，至多 900 / seconds, at most 900",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<AccountView> signIn(@NotNull @Valid SignIn body, @Context RoutingContext http) {
        var signedIn = signingIn.signIn(body, SignInOrigin.of(http));
        return ResponseBuilder.ok(signedIn.account())
                .cookie(cookies(signedIn, http))
                .build();
    }

    static NewCookie[] cookies(SignedIn signedIn, RoutingContext http) {
        return new NewCookie[] {
            BrowserCookie.SESSION.of(signedIn.secret(), Sessions.LONGEST, http),
            BrowserCookie.DEVICE.of(signedIn.device(), KnownDevice.REMEMBERED, http)
        };
    }

    @DELETE
    @Path("/session")
    @PermitAll
    @BeforePasswordChange
    @Operation(summary = "退出 / sign out")
    @APIResponse(responseCode = "204", description = "已退出 / signed out")
    @APIResponse(responseCode = "403", description = FOREIGN_ORIGIN)
    public RestResponse<Void> signOut(@Context RoutingContext http) {
        var secret = BrowserCookie.SESSION.read(http);
        if (secret != null) {
            sessions.signOut(secret);
        }
        return ResponseBuilder.<Void>noContent()
                .cookie(BrowserCookie.SESSION.removed(http))
                .build();
    }

    @GET
    @Path("/me")
    @Authenticated
    @Operation(summary = "我是谁 / who am I")
    public AccountView me() {
        return AccountView.of(Account.findById(current.get().accountId()));
    }
}
