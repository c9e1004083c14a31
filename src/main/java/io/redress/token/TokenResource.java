package io.redress.token;

import io.quarkus.security.Authenticated;
import io.redress.account.CurrentViewer;
import io.redress.account.Role;
import io.redress.common.contract.InPerson;
import io.redress.common.web.Cursor;
import io.redress.common.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/access-tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access-tokens", description = "脚本令牌 / tokens for scripts")
@Authenticated
class TokenResource {

    private static final String ALL = "access-tokens";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Tokens tokens;
    private final Scopes scopes;
    private final CurrentViewer current;

    TokenResource(Tokens tokens, Scopes scopes, CurrentViewer current) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.current = current;
    }

    @POST
    @InPerson
    @ResponseStatus(201)
    @Operation(
            summary = "签发令牌 / issue a token",
            description =
                    "令牌只能做其范围之内、签发人当时角色也允许的事。密文只显示这一次。"
                            + " / A token does what both its scopes and its owner's roles allow. Its secret is shown this once.")
    public IssuedTokenView issue(@NotNull @Valid IssueToken body) {
        return tokens.issue(body, current.get());
    }

    @GET
    @Operation(summary = "我的令牌 / my tokens")
    public Page<TokenView> list() {
        return new Page<>(tokens.of(current.get()), null);
    }

    @GET
    @Path("/scopes")
    @Operation(summary = "可选的范围 / the scopes I may choose from")
    public Page<ScopeView> scopes() {
        return new Page<>(
                scopes.allowedTo(current.get().roles()).stream()
                        .map(ScopeView::new)
                        .toList(),
                null);
    }

    @GET
    @Path("/all")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "所有人的令牌 / everybody's tokens", description = "不含密文 / without their secrets")
    public Page<TokenView> all(
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit, @RestQuery String cursor) {
        var after = Cursor.position(ALL, cursor, UUID::fromString);
        var rows = tokens.after(after == null ? BEFORE_ALL : after, limit + 1);
        return Page.of(rows, limit, ALL, token -> token.id().toString(), Function.identity());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "撤销令牌 / revoke a token",
            description = "本人的；管理员可撤销任何人的 / one's own; an administrator anybody's")
    public void revoke(@PathParam("id") UUID id) {
        tokens.revoke(id, current.get());
    }
}
