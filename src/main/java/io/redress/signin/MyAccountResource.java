package io.redress.signin;

import io.quarkus.security.Authenticated;
import io.redress.account.BeforePasswordChange;
import io.redress.account.CurrentViewer;
import io.redress.common.contract.InPerson;
import io.redress.common.web.Page;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session")
@Authenticated
class MyAccountResource {

    private final SigningIn signingIn;
    private final Sessions sessions;
    private final CurrentViewer current;

    MyAccountResource(SigningIn signingIn, Sessions sessions, CurrentViewer current) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.current = current;
    }

    @PUT
    @Path("/me/password")
    @InPerson
    @BeforePasswordChange
    @Operation(
            summary = "修改本人密码 / choose another password",
            description = "结束本人其他会话；令牌只在要求时撤销。 / Ends one's other sessions, and the tokens when asked to.")
    @APIResponse(responseCode = "204", description = "已修改 / changed")
    @APIResponse(responseCode = "409", description = "本账号由统一身份认证登录，没有密码 / this account signs in elsewhere")
    @APIResponse(
            responseCode = "429",
            description = "原密码错误过多，稍后再试 / the present password was wrong too often, wait",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "秒数，至多 900 / seconds, at most 900",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING)))
    public void changePassword(@NotNull @Valid ChangePassword body, @Context RoutingContext http) {
        signingIn.changePassword(body, current.known(), SignInOrigin.of(http));
    }

    @GET
    @Path("/me/sessions")
    @InPerson
    @Operation(summary = "我的会话 / my sessions")
    public Page<SessionView> sessions() {
        return new Page<>(sessions.of(current.known()), null);
    }

    @GET
    @Path("/me/sign-ins")
    @InPerson
    @Operation(summary = "我的最近登录 / my latest sign-ins", description = "包括已结束的。 / Also those that have ended.")
    public Page<SignInView> signIns() {
        return new Page<>(sessions.signInsOf(current.known()), null);
    }

    @DELETE
    @Path("/me/sessions")
    @InPerson
    @Operation(summary = "结束其他会话 / end my other sessions")
    public void endOthers() {
        sessions.endOthers(current.known());
    }

    @DELETE
    @Path("/me/sessions/{id}")
    @InPerson
    @Operation(summary = "结束一个会话 / end one of my sessions")
    public void end(@PathParam("id") UUID id) {
        sessions.end(id, current.known());
    }
}
