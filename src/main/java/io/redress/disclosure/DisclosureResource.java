package io.redress.disclosure;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** All roles of the bureau read; clerks and section chiefs record; a section chief withdraws. */
@Path("/api/v1/platforms/{platformId}/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "disclosures", description = "信息披露 / disclosures")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class DisclosureResource {

    private final Disclosures disclosures;
    private final Idempotency idempotency;
    private final CurrentViewer current;

    DisclosureResource(Disclosures disclosures, Idempotency idempotency, CurrentViewer current) {
        this.disclosures = disclosures;
        this.idempotency = idempotency;
        this.current = current;
    }

    @GET
    @Operation(summary = "平台的信息披露，最近记录的在前 / disclosures, latest recorded first")
    public Page<DisclosureView> list(
            @PathParam("platformId") UUID platformId,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @RestQuery String cursor) {
        var name = "disclosures " + platformId;
        var rows = disclosures.list(platformId, Cursor.position(name, cursor, UUID::fromString), limit + 1);
        return Page.of(rows, limit, name, row -> row.id().toString(), row -> row);
    }

    @POST
    @RolesAllowed({CLERK, SECTION_CHIEF})
    @Operation(summary = "记录信息披露 / record a disclosure", description = "计入正在进行的报告周，由该周的周报引述。")
    public RestResponse<DisclosureView> record(
            @PathParam("platformId") UUID platformId,
            @NotNull @Valid RecordDisclosure body,
            @HeaderParam("Idempotency-Key") String key) {
        return idempotency.create(
                key,
                List.of(platformId, body),
                () -> disclosures.record(platformId, body, current.get()),
                disclosure -> "/api/v1/platforms/" + platformId + "/disclosures/" + disclosure.id());
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(summary = "撤回误记的披露 / withdraw", description = "计入正在进行的报告周的核减；已签发的周报不变。")
    public RestResponse<DisclosureView> withdraw(
            @PathParam("platformId") UUID platformId,
            @PathParam("id") UUID id,
            @NotNull @Valid WithdrawDisclosure body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(disclosures.withdraw(platformId, id, body, ifMatch, current.get()));
    }
}
