package io.redress.exchange;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;
import static io.redress.exchange.ExportFiles.CSV;

import io.redress.common.contract.InPerson;
import io.redress.common.sheet.Xlsx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/exports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exports", description = "名册导出 / taking the register away")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class ListExportResource {

    private final ExportFiles files;

    ListExportResource(ExportFiles files) {
        this.files = files;
    }

    @POST
    @Produces({CSV, Xlsx.MEDIA_TYPE})
    @Operation(
            summary = "导出一个列表 / export a list",
            description =
                    "每个可导出的列表都在此导出，按本人的片区。掩码和明文同导出名册。"
                            + " / every list that can be taken away, within the caller's areas; masked or in clear as the register is")
    @APIResponse(
            responseCode = "200",
            description = "列表 / the list",
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
    public Response export(@NotNull @Valid ExportList body) {
        return files.of(body.list(), body.query(), body.format(), body.inClear());
    }

    @POST
    @Path("/{requestId}")
    @InPerson
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Produces({CSV, Xlsx.MEDIA_TYPE})
    @Operation(
            summary = "取出已批准的明文列表 / take an approved list away in clear",
            description =
                    "批准后一日内，只限申请人，条件即申请的条件。申请之后受理的不在内。"
                            + " / By the asker, within a day, narrowed as it was asked for; what was received after the request is not in it.")
    @APIResponse(
            responseCode = "200",
            description = "列表 / the list",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Xlsx.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "409",
            description = "未批准、已过期，或人数多于批准的 / not approved, too late, or more people than were approved")
    @APIResponse(
            responseCode = "429",
            description = "导出明文过于频繁 / too many exports in clear",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "多少秒后再试 / seconds to wait",
                            schema = @Schema(type = SchemaType.STRING)))
    public Response takeApproved(@PathParam("requestId") UUID requestId, @NotNull @Valid TakeApprovedList body) {
        return files.ofApproved(requestId, body.format());
    }
}
