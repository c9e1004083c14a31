package io.redress.registration.person;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.common.contract.Reads;
import io.redress.common.web.Page;
import io.redress.common.web.Versions;
import io.redress.registration.InvestorView;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/investors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "investors", description = "集资参与人 / investors")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class InvestorResource {

    private final Investors desk;
    private final SamePerson samePerson;
    private final CurrentViewer current;

    InvestorResource(Investors desk, SamePerson samePerson, CurrentViewer current) {
        this.desk = desk;
        this.samePerson = samePerson;
        this.current = current;
    }

    @POST
    @Reads
    @Path("/lookup")
    @Operation(
            summary = "查找 / look up",
            description =
                    "按证件号码、电话、姓名（或拼音首字母）或登记编号，恰好给一项。最多返回 50 人；按姓名查找时，全名（或全拼、全部首字母）相符者在前，其余新登记者在前。个人信息不入网址，故用 POST。")
    public Page<InvestorView> lookUp(@NotNull @Valid LookUpInvestors body) {
        return new Page<>(desk.lookUp(body, current.get()), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一名集资参与人 / one investor")
    public RestResponse<InvestorView> read(@PathParam("id") UUID id) {
        return Versions.tagged(desk.read(id, current.get()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF})
    @Operation(summary = "变更联系信息 / change contact details", description = "迁移区划的，其指标随之转移。证件另行更正。")
    @APIResponse(responseCode = "200", description = "已变更 / changed")
    @APIResponse(responseCode = "409", description = "已并入同一人，或已匿名 / merged, or anonymous")
    public RestResponse<InvestorView> change(
            @PathParam("id") UUID id,
            @NotNull @Valid ChangeInvestor body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(desk.change(id, body, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/correct-document")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(
            summary = "更正证件 / correct the document",
            description = "录错或换发证件的，写明原因更正，原登记不变，全程留痕。"
                    + " / mistyped or replaced; the registrations stay, and the trail keeps that it changed")
    @APIResponse(responseCode = "200", description = "已更正 / corrected")
    @APIResponse(
            responseCode = "409",
            description = "此证件属于另一人，或此人已并入、已匿名 / the document of somebody else, or merged, or anonymous")
    public RestResponse<InvestorView> correctDocument(
            @PathParam("id") UUID id,
            @NotNull @Valid CorrectDocument body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(desk.correctDocument(id, body, ifMatch, current.get()));
    }

    @GET
    @Path("/{id}/merges")
    @Operation(
            summary = "人员合并记录 / merges of this person",
            description = "并入此人的其他证件的记录，含已撤销的。 / records of other documents found to be this person's, undone ones too")
    public Page<InvestorMergeView> merges(@PathParam("id") UUID id) {
        return new Page<>(samePerson.mergesOf(id, current.get()), null);
    }

    @POST
    @Path("/{id}/merge")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(
            summary = "并入同一人 / merge into the same person",
            description = "此人的登记归入另一条人员记录，两个证件均可查到；本期指标随之更正，已结的周不变。"
                    + "同一平台上两人各有登记的，先合并登记。"
                    + " / its registrations become those of the other record; either document finds the person")
    @APIResponse(responseCode = "200", description = "已合并，返回并入后的人员 / merged; the person it was merged into")
    @APIResponse(responseCode = "409", description = "须先合并登记，或此前已合并，或已匿名 / registrations first, or merged before")
    public RestResponse<InvestorView> merge(
            @PathParam("id") UUID id,
            @NotNull @Valid MergeInvestor body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(samePerson.merge(id, body, ifMatch, current.get()));
    }

    @POST
    @Path("/merges/{mergeId}/undo")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(
            summary = "撤销人员合并 / undo a merge of people",
            description = "须由合并人以外的人撤销；以该证件受理的登记归还原记录。"
                    + " / by somebody else than who merged; what was received by that document goes back")
    @APIResponse(responseCode = "200", description = "已撤销，返回重新独立的人员 / undone; the person that stands alone again")
    @APIResponse(responseCode = "409", description = "此前已撤销 / undone before")
    public RestResponse<InvestorView> undoMerge(
            @PathParam("mergeId") UUID mergeId,
            @NotNull @Valid UndoMerge body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(samePerson.undo(mergeId, body, ifMatch, current.get()));
    }
}
