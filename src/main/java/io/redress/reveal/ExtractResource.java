package io.redress.reveal;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.quarkus.qute.Template;
import io.redress.account.CurrentViewer;
import io.redress.common.contract.InPerson;
import io.redress.common.web.StandalonePage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/investors/{id}/extracts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reveals", description = "查看明文 / looking behind the mask")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF})
class ExtractResource {

    private final Extracts extracts;
    private final Template extract;
    private final CurrentViewer current;

    ExtractResource(Extracts extracts, Template extract, CurrentViewer current) {
        this.extracts = extracts;
        this.extract = extract;
        this.current = current;
    }

    @POST
    @InPerson
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "本人查阅件 / a person's own extract",
            description = "依《个人信息保护法》第四十五条，向本人提供所存全部信息的可打印副本，含谁看过明文。"
                    + " / everything kept of a person, for themselves, to print; who saw it in clear included")
    @APIResponse(responseCode = "200", description = "可打印的网页 / a page to print")
    @APIResponse(responseCode = "409", description = "此人已匿名 / the person is anonymous")
    @APIResponse(
            responseCode = "429",
            description = "查看过于频繁 / too many looks",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "多少秒后再试 / seconds to wait",
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<String> make(@PathParam("id") UUID id, @NotNull @Valid MakeExtract body) {
        var page =
                extract.data("extract", extracts.make(id, body, current.get())).render();
        return ResponseBuilder.ok(page, StandalonePage.MEDIA_TYPE)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("Cache-Control", "no-store")
                .build();
    }
}
