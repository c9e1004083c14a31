package io.redress.account;

import io.quarkus.security.Authenticated;
import io.redress.common.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/access-tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access-tokens", description = "脚本令牌 / tokens for scripts")
@Authenticated
class TokenResource {

    private final Accounts accounts;
    private final CurrentViewer current;

    TokenResource(Accounts accounts, CurrentViewer current) {
        this.accounts = accounts;
        this.current = current;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "签发令牌 / issue a token", description = "令牌与签发人同权。密文只显示这一次。须本人登录，不能凭令牌签发。")
    @APIResponse(
            responseCode = "201",
            description = "已签发 / issued",
            content = @Content(schema = @Schema(implementation = IssuedTokenView.class)))
    @APIResponse(responseCode = "403", description = "凭令牌不能签发令牌 / a token issues no tokens")
    public IssuedTokenView issue(@NotNull @Valid IssueToken body) {
        if (!current.isSignedIn()) {
            throw AccountProblems.tokenNeedsSession();
        }
        return accounts.issueToken(body, current.get());
    }

    @GET
    @Operation(summary = "我的令牌 / my tokens")
    public Page<TokenView> list() {
        return new Page<>(accounts.tokensOf(current.get()), null);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(summary = "撤销令牌 / revoke a token")
    @APIResponse(responseCode = "204", description = "已撤销 / revoked")
    public void revoke(@PathParam("id") UUID id) {
        accounts.revokeToken(id, current.get());
    }
}
