package io.redress.registration.correction;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.common.text.Words;
import io.redress.common.web.Versions;
import io.redress.registration.RegistrationView;
import io.redress.registration.correction.Corrections.Step;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The steps after registration. Clerks do not verify; only the section chief adjudicates, refuses or merges. */
@Path("/api/v1/registrations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registrations", description = "受理登记 / registrations")
class CorrectionResource {

    private final Corrections corrections;
    private final Merging merging;
    private final CurrentViewer current;

    CorrectionResource(Corrections corrections, Merging merging, CurrentViewer current) {
        this.corrections = corrections;
        this.merging = merging;
        this.current = current;
    }

    @POST
    @Path("/correct")
    @RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF})
    @Operation(summary = "更正 / correct", description = "差额计入本期台账，已结的周不变。")
    public RestResponse<RegistrationView> correct(
            @PathParam("id") UUID id,
            @NotNull @Valid CorrectRegistration body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            HttpHeaders headers) {
        return Versions.tagged(corrections.correct(step(id, ifMatch, headers), body));
    }

    @POST
    @Path("/verify")
    @RolesAllowed({AREA_OFFICER, SECTION_CHIEF})
    @Operation(summary = "核实 / verify", description = "记下核实的合计，与申报的并列。")
    public RestResponse<RegistrationView> verify(
            @PathParam("id") UUID id,
            @NotNull @Valid EstablishTotals body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            HttpHeaders headers) {
        return Versions.tagged(corrections.verify(step(id, ifMatch, headers), body));
    }

    @POST
    @Path("/adjudicate")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(summary = "录入司法认定 / enter what a court found")
    public RestResponse<RegistrationView> adjudicate(
            @PathParam("id") UUID id,
            @NotNull @Valid EstablishTotals body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            HttpHeaders headers) {
        return Versions.tagged(corrections.adjudicate(step(id, ifMatch, headers), body));
    }

    @POST
    @Path("/withdraw")
    @RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF})
    @Operation(summary = "撤回 / withdraw, as the person asked")
    public RestResponse<RegistrationView> withdraw(
            @PathParam("id") UUID id,
            @NotNull @Valid EndRegistration body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            HttpHeaders headers) {
        return Versions.tagged(corrections.withdraw(step(id, ifMatch, headers), body));
    }

    @POST
    @Path("/refuse")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(summary = "不予登记 / refuse, with the reason")
    public RestResponse<RegistrationView> refuse(
            @PathParam("id") UUID id,
            @NotNull @Valid EndRegistration body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            HttpHeaders headers) {
        return Versions.tagged(corrections.refuse(step(id, ifMatch, headers), body));
    }

    @POST
    @Path("/merge")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(summary = "合并 / merge into another registration of the same platform")
    public RestResponse<RegistrationView> merge(
            @PathParam("id") UUID id,
            @NotNull @Valid MergeRegistration body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            HttpHeaders headers) {
        return Versions.tagged(merging.merge(step(id, ifMatch, headers), body));
    }

    private Step step(UUID id, String ifMatch, HttpHeaders headers) {
        return new Step(id, ifMatch, current.get(), Words.in(headers.getAcceptableLanguages()));
    }
}
