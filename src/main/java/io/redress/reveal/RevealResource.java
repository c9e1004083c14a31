package io.redress.reveal;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.common.contract.InPerson;
import io.redress.common.web.Cursor;
import io.redress.common.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/investors/{id}/reveals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reveals", description = "查看明文 / looking behind the mask")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF})
class RevealResource {

    private final Reveals reveals;
    private final CurrentViewer current;

    RevealResource(Reveals reveals, CurrentViewer current) {
        this.reveals = reveals;
        this.current = current;
    }

    @POST
    @InPerson
    @Operation(
            summary = "查看明文 / see personal data in clear",
            description =
                    "须写明字段和用途，逐次留痕，本人可查。每人每小时次数有限。 / name the fields and the purpose; every look is kept, and only so many an hour are allowed")
    @APIResponse(responseCode = "200", description = "明文 / in clear")
    @APIResponse(responseCode = "409", description = "此人已匿名 / the person is anonymous")
    @APIResponse(
            responseCode = "429",
            description = "查看过于频繁 / too many looks",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "多少秒后再试 / seconds to wait",
                            schema = @Schema(type = SchemaType.STRING)))
    public RevealedView reveal(@PathParam("id") UUID id, @NotNull @Valid RevealFields body) {
        return reveals.reveal(id, body, current.get());
    }

    @GET
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Operation(summary = "谁看过明文，最近的在前 / who saw this person's data in clear, latest first")
    public Page<RevealTraceView> list(
            @PathParam("id") UUID id,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @RestQuery String cursor) {
        var list = "reveals " + id;
        var rows = reveals.ofInvestor(id, current.get(), Cursor.position(list, cursor, UUID::fromString), limit + 1);
        return Page.of(rows, limit, list, reveal -> reveal.id.toString(), RevealTraceView::of);
    }
}
