package io.redress.account;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session", description = "登录 / signing in and out")
class SessionResource {

    private final Accounts accounts;
    private final CurrentViewer current;

    SessionResource(Accounts accounts, CurrentViewer current) {
        this.accounts = accounts;
        this.current = current;
    }

    @POST
    @Path("/session")
    @PermitAll
    @Operation(summary = "登录 / sign in", description = "成功后以 redress_session Cookie 识别，10 小时内有效。")
    @APIResponse(
            responseCode = "200",
            description = "已登录 / signed in",
            headers =
                    @Header(
                            name = "Set-Cookie",
                            description = "会话 / the session",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "401", description = "用户名或密码不正确 / the username or password is wrong")
    public Response signIn(@NotNull @Valid SignIn body, @Context RoutingContext http) {
        var signedIn = accounts.signIn(body);
        return Response.ok(signedIn.account())
                .cookie(cookie(signedIn.secret(), (int) Accounts.SESSION.toSeconds(), http))
                .build();
    }

    @DELETE
    @Path("/session")
    @PermitAll
    @Operation(summary = "退出 / sign out")
    @APIResponse(responseCode = "204", description = "已退出 / signed out")
    public Response signOut(
            @Parameter(hidden = true) @CookieParam(TokenAuthentication.COOKIE) String secret,
            @Context RoutingContext http) {
        if (secret != null) {
            accounts.signOut(secret);
        }
        return Response.noContent().cookie(cookie("", 0, http)).build();
    }

    @GET
    @Path("/me")
    @Authenticated
    @ResponseStatus(200)
    @Operation(summary = "我是谁 / who am I")
    public AccountView me() {
        return AccountView.of(Account.findById(current.get().accountId()));
    }

    private static NewCookie cookie(String secret, int maxAge, RoutingContext http) {
        return new NewCookie.Builder(TokenAuthentication.COOKIE)
                .value(secret)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(http.request().isSSL())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
