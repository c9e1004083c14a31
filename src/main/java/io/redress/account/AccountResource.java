package io.redress.account;

import io.redress.common.web.Created;
import io.redress.common.web.Cursor;
import io.redress.common.web.Idempotency;
import io.redress.common.web.Page;
import io.redress.common.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts", description = "账号 / accounts")
@RolesAllowed(Role.Names.ADMIN)
class AccountResource {

    private static final String LIST = "accounts";

    private final Accounts accounts;
    private final Idempotency idempotency;

    AccountResource(Accounts accounts, Idempotency idempotency) {
        this.accounts = accounts;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(summary = "开设账号 / open an account")
    @APIResponse(
            responseCode = "201",
            description = "已开设 / opened",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response open(@NotNull @Valid OpenAccount body, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.create(key, body.withoutPassword(), () -> {
            var account = accounts.open(body);
            return new Created<>("/api/v1/accounts/" + account.id(), account.version(), account);
        });
    }

    @GET
    @Operation(summary = "账号列表 / accounts, by username")
    public Page<AccountView> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit, @RestQuery String cursor) {
        var rows = Account.after(Cursor.position(LIST, cursor, Function.identity()), limit + 1);
        return Page.of(rows, limit, LIST, account -> account.username, AccountView::of);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "变更账号 / change an account",
            description = "停用或给新密码，即结束其全部会话和令牌。 / Disabling it, or a new password, ends its sessions and tokens.")
    @APIResponse(
            responseCode = "200",
            description = "已变更 / changed",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @NotNull @Valid ChangeAccount body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var account = accounts.change(id, body, ifMatch);
        return Versions.tagged(account, account.version());
    }

    @DELETE
    @Path("/{id}/sessions")
    @ResponseStatus(204)
    @Operation(summary = "结束其全部会话 / end all of its sessions", description = "令牌不受影响 / its tokens go on")
    @APIResponse(responseCode = "204", description = "已结束 / ended")
    public void endSessions(@PathParam("id") UUID id) {
        accounts.endSessions(id);
    }
}
