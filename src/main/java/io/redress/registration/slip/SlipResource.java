package io.redress.registration.slip;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.quarkus.qute.Template;
import io.redress.account.CurrentViewer;
import io.redress.common.web.StandalonePage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/registrations/{id}/slip")
@Tag(name = "registrations", description = "受理登记 / registrations")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF})
class SlipResource {

    private final Slips slips;
    private final Template slip;
    private final CurrentViewer current;

    SlipResource(Slips slips, Template slip, CurrentViewer current) {
        this.slips = slips;
        this.slip = slip;
        this.current = current;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "受理登记回执 / the slip to hand over", description = "可打印的半页，金额附大写，编号附二维码；已终结的写明如何终结。")
    @APIResponse(responseCode = "200", description = "可打印的网页 / a page to print")
    @APIResponse(responseCode = "409", description = "此人已匿名 / the person is anonymous")
    public RestResponse<String> slip(@PathParam("id") UUID id) {
        return StandalonePage.toPrint(
                slip.data("slip", slips.of(id, current.get())).render());
    }
}
