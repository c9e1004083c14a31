package io.redress.approval;

import static io.redress.account.Role.Names.ADMIN;
import static io.redress.account.Role.Names.AUDITOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.common.contract.InPerson;
import io.redress.common.web.Cursor;
import io.redress.common.web.Page;
import io.redress.common.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** An administrator asks by changing an account; an auditor or a section chief decides, in person. */
@Path("/api/v1/account-changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account-changes", description = "账号变更的双人审批 / dual control of accounts")
@RolesAllowed({ADMIN, AUDITOR, SECTION_CHIEF})
class AccountChangeResource {

    private static final String NOT_PENDING = "已办结，或账号其间已变更 / decided already, or the account has changed meanwhile";

    private final AccountDecisions decisions;
    private final DualControl control;
    private final CurrentViewer current;

    AccountChangeResource(AccountDecisions decisions, DualControl control, CurrentViewer current) {
        this.decisions = decisions;
        this.control = control;
        this.current = current;
    }

    @GET
    @Operation(summary = "账号变更，最近的在前 / changes of accounts, latest first")
    public Page<AccountChangeView> list(
            @RestQuery ApprovalStatus status,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @RestQuery String cursor) {
        var name = "account-changes " + status;
        var below = Cursor.position(name, cursor, UUID::fromString);
        var rows = decisions.list(status, current.get(), below, limit + 1);
        return Page.of(rows, limit, name, row -> row.id().toString(), row -> row);
    }

    @GET
    @Path("/dual-control")
    @Operation(summary = "双人审批是否在用 / whether dual control is in force")
    public DualControlView dualControl() {
        return new DualControlView(control.state());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一项账号变更 / one change")
    public RestResponse<AccountChangeView> read(@PathParam("id") UUID id) {
        return Versions.tagged(decisions.read(id, current.get()));
    }

    @POST
    @Path("/{id}/approve")
    @InPerson
    @RolesAllowed({AUDITOR, SECTION_CHIEF})
    @Operation(
            summary = "批准 / approve",
            description = "申请人和账号本人不得批准。有初始密码的，答复中有一个代码，由批准人当面告知账号本人。"
                    + " / Not by the asker, nor by the owner of the account. Where there is an initial password the answer has a"
                    + " code, for the second person to tell the owner.")
    @APIResponse(responseCode = "200", description = "已批准 / approved")
    @APIResponse(responseCode = "409", description = NOT_PENDING)
    public ApprovedChangeView approve(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return decisions.approve(id, ifMatch, current.get());
    }

    @POST
    @Path("/{id}/refuse")
    @InPerson
    @RolesAllowed({AUDITOR, SECTION_CHIEF})
    @Operation(summary = "不批准 / refuse", description = "账号本人也可以不批准。 / The owner of the account may refuse, too.")
    @APIResponse(responseCode = "200", description = "未批准 / refused")
    @APIResponse(responseCode = "409", description = NOT_PENDING)
    public RestResponse<AccountChangeView> refuse(
            @PathParam("id") UUID id,
            @NotNull @Valid RefuseRequest body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(decisions.refuse(id, body, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed(ADMIN)
    @Operation(summary = "撤回申请 / withdraw a request", description = "只限申请人 / by the asker only")
    @APIResponse(responseCode = "200", description = "已撤回 / withdrawn")
    @APIResponse(responseCode = "409", description = NOT_PENDING)
    public RestResponse<AccountChangeView> withdraw(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(decisions.withdraw(id, ifMatch, current.get()));
    }
}
