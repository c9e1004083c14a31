package io.redress.registration;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.common.contract.Reads;
import io.redress.common.web.Page;
import io.redress.common.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/investors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "investors", description = "集资参与人 / investors")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class InvestorResource {

    private final InvestorDesk desk;
    private final CurrentViewer current;

    InvestorResource(InvestorDesk desk, CurrentViewer current) {
        this.desk = desk;
        this.current = current;
    }

    @POST
    @Reads
    @Path("/lookup")
    @Operation(summary = "查找 / look up", description = "按证件号码、电话、姓名（或拼音首字母）或登记编号，恰好给一项。最多返回 50 人。个人信息不入网址，故用 POST。")
    public Page<InvestorView> lookUp(@NotNull @Valid LookUpInvestors body) {
        return new Page<>(desk.lookUp(body, current.get()), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一名集资参与人 / one investor")
    @APIResponse(
            responseCode = "200",
            description = "集资参与人 / the investor",
            content = @Content(schema = @Schema(implementation = InvestorView.class)))
    public Response read(@PathParam("id") UUID id) {
        return tagged(desk.read(id, current.get()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF})
    @Operation(summary = "变更联系信息 / change contact details", description = "迁移区划的，其指标随之转移。证件另行更正。")
    @APIResponse(
            responseCode = "200",
            description = "已变更 / changed",
            content = @Content(schema = @Schema(implementation = InvestorView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @NotNull @Valid ChangeInvestor body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(desk.change(id, body, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/correct-document")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(
            summary = "更正证件 / correct the document",
            description = "录错或换发证件的，写明原因更正，原登记不变，全程留痕。"
                    + " / mistyped or replaced; the registrations stay, and the trail keeps that it changed")
    @APIResponse(
            responseCode = "200",
            description = "已更正 / corrected",
            content = @Content(schema = @Schema(implementation = InvestorView.class)))
    @APIResponse(responseCode = "409", description = "此证件属于另一人 / somebody else is known by this document")
    public Response correctDocument(
            @PathParam("id") UUID id,
            @NotNull @Valid CorrectDocument body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(desk.correctDocument(id, body, ifMatch, current.get()));
    }

    private static Response tagged(InvestorView view) {
        return Versions.tagged(view, view.version());
    }
}
