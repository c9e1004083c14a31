package io.redress.approval;

import io.redress.account.Account;
import io.redress.account.AccountView;
import io.redress.account.Accounts;
import io.redress.account.ChangeAccount;
import io.redress.account.CurrentViewer;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
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
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts", description = "账号 / accounts")
@RolesAllowed(Role.Names.ADMIN)
class AccountResource {

    private static final String LIST = "accounts";

    private final Accounts accounts;
    private final AccountChanges changes;
    private final AccountDecisions decisions;
    private final Idempotency idempotency;
    private final CurrentViewer current;

    AccountResource(
            Accounts accounts,
            AccountChanges changes,
            AccountDecisions decisions,
            Idempotency idempotency,
            CurrentViewer current) {
        this.accounts = accounts;
        this.changes = changes;
        this.decisions = decisions;
        this.idempotency = idempotency;
        this.current = current;
    }

    @POST
    @Operation(
            summary = "开设账号 / open an account",
            description =
                    "第二人批准之前，账号没有角色，不能登录。 / Until a second person has approved it, the account has no roles and cannot"
                            + " sign in.")
    public RestResponse<AccountView> open(
            @NotNull @Valid OpenAccount body, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.create(
                key,
                body.withoutPassword(),
                () -> changes.open(body, current.get()),
                account -> "/api/v1/accounts/" + account.id());
    }

    @GET
    @Operation(summary = "账号列表 / accounts, by username")
    public Page<AccountView> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit, @RestQuery String cursor) {
        var rows = Account.after(Cursor.position(LIST, cursor, Function.identity()), limit + 1);
        var pending =
                decisions.pendingOf(rows.stream().map(account -> account.id).toList());
        return Page.of(
                rows,
                limit,
                LIST,
                account -> account.username,
                account -> AccountView.of(account, pending.get(account.id)));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "变更账号 / change an account",
            description = "取消权限即时生效；新增权限、重设密码、重新启用须第二人批准，在 pendingChangeId 中，先前待批的即撤回。停用或给新密码，即结束其全部会话和令牌。"
                    + " / What takes rights away counts at once. Rights that are given, a new password and enabling it again wait for"
                    + " a second person, in pendingChangeId; what waited before is withdrawn. Disabling it, or a new password, ends"
                    + " its sessions and tokens.")
    public RestResponse<AccountView> change(
            @PathParam("id") UUID id,
            @NotNull @Valid ChangeAccount body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(changes.change(id, body, ifMatch, current.get()));
    }

    @DELETE
    @Path("/{id}/sessions")
    @Operation(summary = "结束其全部会话 / end all of its sessions", description = "令牌不受影响 / its tokens go on")
    public void endSessions(@PathParam("id") UUID id) {
        accounts.endSessions(id);
    }
}
