package io.redress.registration.intake;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.area.AreaScope;
import io.redress.common.text.Words;
import io.redress.common.time.Clocks;
import io.redress.common.web.Cursor;
import io.redress.common.web.Idempotency;
import io.redress.common.web.Page;
import io.redress.common.web.Versions;
import io.redress.registration.HistoryView;
import io.redress.registration.Register;
import io.redress.registration.Register.Filter;
import io.redress.registration.RegistrationRow;
import io.redress.registration.RegistrationView;
import io.redress.registration.model.RegistrationStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Clerks, officers and chiefs register people inside their areas; the director only reads. */
@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registrations", description = "受理登记 / registrations")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class RegistrationResource {

    private final Registrar registrar;
    private final Register register;
    private final Idempotency idempotency;
    private final CurrentViewer current;

    RegistrationResource(Registrar registrar, Register register, Idempotency idempotency, CurrentViewer current) {
        this.registrar = registrar;
        this.register = register;
        this.idempotency = idempotency;
        this.current = current;
    }

    @POST
    @RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF})
    @Operation(
            summary = "受理登记 / register an investor",
            description = "同一人在同一平台已有有效登记的，返回 409 并给出原编号；在其他平台已登记的，自动关联同一人。")
    public RestResponse<RegistrationView> register(
            @NotNull @Valid RegisterInvestor body, @HeaderParam("Idempotency-Key") String key, HttpHeaders headers) {
        return idempotency.create(
                key,
                body,
                () -> registrar.register(body, current.get(), Words.in(headers.getAcceptableLanguages())),
                registration -> "/api/v1/registrations/" + registration.id());
    }

    @GET
    @Operation(summary = "登记列表，最近受理的在前 / the register, latest first")
    public Page<RegistrationRow> list(
            @RestQuery UUID platformId,
            @Parameter(description = "区划及其下级 / an area and those below it", example = "445102010")
                    @RestQuery
                    @Pattern(regexp = "\\d{6,12}|OUTSIDE")
                    String areaCode,
            @RestQuery RegistrationStatus status,
            @Parameter(description = "受理日期自 / received from this day on", example = "2021-03-01") @RestQuery
                    LocalDate receivedFrom,
            @Parameter(description = "受理日期至（含） / to this day, included", example = "2021-03-07") @RestQuery
                    LocalDate receivedTo,
            @Parameter(description = "登记编号 / number", example = "2021-000001-5") @RestQuery String number,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @RestQuery String cursor) {
        var filter = new Filter(
                platformId,
                areaCode == null ? null : AreaScope.of(areaCode),
                status,
                beginning(receivedFrom),
                receivedTo == null ? null : beginning(receivedTo.plusDays(1)),
                number);
        var list = "registrations " + filter;
        var below = Cursor.position(list, cursor, UUID::fromString);
        var rows = register.list(filter, current.get().scope(), below, limit + 1);
        return Page.of(rows, limit, list, row -> row.id().toString(), row -> row);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一份登记 / one registration")
    public RestResponse<RegistrationView> read(@PathParam("id") UUID id, HttpHeaders headers) {
        return Versions.tagged(register.read(id, current.get(), Words.in(headers.getAcceptableLanguages())));
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "登记的变动记录 / what happened to a registration")
    public Page<HistoryView> history(@PathParam("id") UUID id) {
        return new Page<>(register.history(id, current.get()), null);
    }

    private static Instant beginning(LocalDate day) {
        return day == null ? null : Clocks.startOf(day);
    }
}
