package io.redress.exchange;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;
import static io.redress.exchange.ExportFiles.CSV;

import io.redress.common.sheet.Xlsx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/registrations/exports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exports", description = "名册导出 / taking the register away")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class ExportResource {

    private final ExportFiles files;

    ExportResource(ExportFiles files) {
        this.files = files;
    }

    @POST
    @Produces({CSV, Xlsx.MEDIA_TYPE})
    @Operation(
            summary = "导出名册 / export the register",
            description =
                    "默认掩码。股室负责人和分管领导写明用途的，可导出明文，逐次留痕，每日次数有限。"
                            + " / masked, unless a chief or the director says what it is needed in clear for; every such export is kept")
    @APIResponse(
            responseCode = "200",
            description = "名册 / the register",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Xlsx.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "403",
            description =
                    "此角色或令牌不得导出明文，或人数过多须经批准 / not in clear for this role, nor for a token, or so many only when approved")
    @APIResponse(
            responseCode = "429",
            description = "导出明文过于频繁 / too many exports in clear",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "多少秒后再试 / seconds to wait",
                            schema = @Schema(type = SchemaType.STRING)))
    public Response export(@NotNull @Valid ExportRegister body) {
        return files.of("registrations", body.query(), body.format(), body.inClear());
    }
}
