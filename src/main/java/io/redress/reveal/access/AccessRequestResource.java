package io.redress.reveal.access;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.approval.ApprovalStatus;
import io.redress.approval.RefuseRequest;
import io.redress.common.contract.InPerson;
import io.redress.common.web.Cursor;
import io.redress.common.web.Idempotency;
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

/** Who needs more in clear asks; a section chief or the director decides, never on their own request. */
@Path("/api/v1/access-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reveals", description = "查看明文 / looking behind the mask")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class AccessRequestResource {

    private static final String PATH = "/api/v1/access-requests/";
    private static final String NOT_PENDING = "已办结 / decided already";

    private final AccessRequests requests;
    private final Idempotency idempotency;
    private final CurrentViewer current;

    AccessRequestResource(AccessRequests requests, Idempotency idempotency, CurrentViewer current) {
        this.requests = requests;
        this.idempotency = idempotency;
        this.current = current;
    }

    @POST
    @Path("/lists")
    @InPerson
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Operation(
            summary = "申请明文导出 / ask for a list in clear",
            description = "人数超过一人可自行导出的，由另一名股室负责人或分管领导批准，一日内按申请的条件取出。"
                    + " / For more people than one person alone may take away. Once another chief or the director has approved it, it"
                    + " can be taken away within a day, narrowed as it was asked for.")
    public RestResponse<AccessRequestView> askForList(
            @NotNull @Valid AskForList body, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.create(
                key, body, () -> requests.askForList(body, current.get()), request -> PATH + request.id());
    }

    @POST
    @Path("/looks")
    @InPerson
    @RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF})
    @Operation(
            summary = "申请增加查看明文次数 / ask for more looks in clear",
            description = "批准后当日有效。 / They count on the day of the approval.")
    public RestResponse<AccessRequestView> askForLooks(
            @NotNull @Valid AskForLooks body, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.create(
                key, body, () -> requests.askForLooks(body, current.get()), request -> PATH + request.id());
    }

    @GET
    @Operation(
            summary = "明文申请，最近的在前 / requests for more in clear, latest first",
            description = "本人的；股室负责人和分管领导看到全部。 / One's own; a chief and the director see all.")
    public Page<AccessRequestView> list(
            @RestQuery ApprovalStatus status,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @RestQuery String cursor) {
        var name = "access-requests " + status;
        var below = Cursor.position(name, cursor, UUID::fromString);
        var rows = requests.list(status, current.get(), below, limit + 1);
        return Page.of(rows, limit, name, row -> row.id().toString(), row -> row);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一项明文申请 / one request")
    public RestResponse<AccessRequestView> read(@PathParam("id") UUID id) {
        return Versions.tagged(requests.read(id, current.get()));
    }

    @POST
    @Path("/{id}/approve")
    @InPerson
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Operation(summary = "批准 / approve", description = "申请人不得批准 / not by the asker")
    @APIResponse(responseCode = "200", description = "已批准 / approved")
    @APIResponse(responseCode = "409", description = NOT_PENDING)
    public RestResponse<AccessRequestView> approve(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(requests.approve(id, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/refuse")
    @InPerson
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Operation(summary = "不批准 / refuse")
    @APIResponse(responseCode = "200", description = "未批准 / refused")
    @APIResponse(responseCode = "409", description = NOT_PENDING)
    public RestResponse<AccessRequestView> refuse(
            @PathParam("id") UUID id,
            @NotNull @Valid RefuseRequest body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(requests.refuse(id, body, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(summary = "撤回申请 / withdraw a request", description = "只限申请人 / by the asker only")
    @APIResponse(responseCode = "200", description = "已撤回 / withdrawn")
    @APIResponse(responseCode = "409", description = NOT_PENDING)
    public RestResponse<AccessRequestView> withdraw(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(requests.withdraw(id, ifMatch, current.get()));
    }
}
