package io.redress.attention;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.attention.AttentionList.Filter;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Clerks, officers and chiefs propose; a section chief or the director decides, never on their own proposal. */
@Path("/api/v1/attention-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "attention-entries", description = "重点关注名单 / attention list")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class AttentionResource {

    private final AttentionList list;
    private final Idempotency idempotency;
    private final CurrentViewer current;

    AttentionResource(AttentionList list, Idempotency idempotency, CurrentViewer current) {
        this.list = list;
        this.idempotency = idempotency;
        this.current = current;
    }

    @POST
    @RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF})
    @Operation(summary = "提名 / propose", description = "名单只用于情绪安抚、诉求回应和帮扶，不影响其登记与权益。")
    public RestResponse<AttentionView> propose(
            @NotNull @Valid ProposeAttention body, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.create(
                key, body, () -> list.propose(body, current.get()), entry -> "/api/v1/attention-entries/" + entry.id());
    }

    @GET
    @Operation(summary = "名单，最近提名的在前 / the list, latest proposal first")
    public Page<AttentionView> list(
            @RestQuery AttentionStatus status,
            @RestQuery UUID platformId,
            @Parameter(description = "只要此人的 / only those of this person") @RestQuery UUID investorId,
            @Parameter(description = "复核日期至（含） / to be reviewed by this day, included", example = "2021-03-07")
                    @RestQuery
                    LocalDate reviewTo,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @RestQuery String cursor) {
        var filter = new Filter(status, platformId, investorId, reviewTo);
        var name = "attention-entries " + filter;
        var below = Cursor.position(name, cursor, UUID::fromString);
        var rows = list.list(filter, current.get().scope(), below, limit + 1);
        return Page.of(rows, limit, name, row -> row.id().toString(), row -> row);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "名单的一条 / one entry")
    public RestResponse<AttentionView> read(@PathParam("id") UUID id) {
        return Versions.tagged(list.read(id, current.get()));
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Operation(summary = "批准列入 / approve")
    public RestResponse<AttentionView> approve(
            @PathParam("id") UUID id,
            @NotNull @Valid ApproveAttention body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(list.approve(id, body, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Operation(summary = "不批准 / decline")
    public RestResponse<AttentionView> decline(
            @PathParam("id") UUID id,
            @NotNull @Valid GiveReason body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(list.decline(id, body, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/renew")
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Operation(summary = "续期或调级 / renew, perhaps at another level")
    public RestResponse<AttentionView> renew(
            @PathParam("id") UUID id,
            @NotNull @Valid RenewAttention body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(list.renew(id, body, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/leave")
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Operation(summary = "移出 / leave the list, with the reason")
    public RestResponse<AttentionView> leave(
            @PathParam("id") UUID id,
            @NotNull @Valid GiveReason body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(list.leave(id, body, ifMatch, current.get()));
    }
}
