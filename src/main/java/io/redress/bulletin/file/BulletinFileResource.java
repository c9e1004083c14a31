package io.redress.bulletin.file;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinFormat;
import io.redress.common.web.Download;
import io.redress.common.web.StandalonePage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The files of a bulletin, by suffix. */
@Path("/api/v1/bulletins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bulletins", description = "工作周报 / bulletins")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class BulletinFileResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    private static final String SAME_BYTES = "已签发的，每次取得的字节相同；草稿带有草稿字样。";

    private final BulletinFiles files;

    BulletinFileResource(BulletinFiles files) {
        this.files = files;
    }

    @GET
    @Path("/{id}.json")
    @Operation(
            summary = "签发的内容 / the content as issued",
            description = "逐字节不变，其 SHA-256 即 digest；JSON Schema 在 /schemas/bulletin-1.json。")
    @APIResponse(
            responseCode = "200",
            description = "签发的内容 / the content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulletinContent.class)))
    @APIResponse(responseCode = "409", description = "尚未签发 / not issued yet")
    public RestResponse<byte[]> json(@PathParam("id") UUID id) {
        return ResponseBuilder.ok(files.read(id, BulletinFormat.JSON), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LINK, "</schemas/bulletin-1.json>; rel=\"describedby\"")
                .build();
    }

    @GET
    @Path("/{id}.docx")
    @Produces(DOCX)
    @Operation(summary = "Word 文件 / the document", description = SAME_BYTES)
    public RestResponse<byte[]> docx(@PathParam("id") UUID id) {
        return attachment(id, BulletinFormat.DOCX);
    }

    @GET
    @Path("/{id}.pdf")
    @Produces(PDF)
    @Operation(summary = "PDF/A 文件 / PDF/A", description = SAME_BYTES)
    public RestResponse<byte[]> pdf(@PathParam("id") UUID id) {
        return attachment(id, BulletinFormat.PDF);
    }

    @GET
    @Path("/{id}.xlsx")
    @Produces(XLSX)
    @Operation(summary = "附表的 Excel 文件 / the tables as a workbook", description = SAME_BYTES)
    public RestResponse<byte[]> xlsx(@PathParam("id") UUID id) {
        return attachment(id, BulletinFormat.XLSX);
    }

    @GET
    @Path("/{id}.csv")
    @Produces(CSV)
    @Operation(summary = "附表的 CSV，UTF-8 / the tables as CSV in UTF-8", description = "供其他系统读取，一行一个数；带 BOM。")
    public RestResponse<byte[]> csv(@PathParam("id") UUID id) {
        return attachment(id, BulletinFormat.CSV);
    }

    @GET
    @Path("/{id}.gb18030.csv")
    @Produces(CSV)
    @Operation(summary = "附表的 CSV，GB18030 / the tables as CSV in GB18030", description = "供只认 GB18030 的旧程序。")
    public RestResponse<byte[]> csvInGb18030(@PathParam("id") UUID id) {
        return attachment(id, BulletinFormat.CSV_GB18030);
    }

    @GET
    @Path("/{id}.html")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "预览 / preview as a page", description = SAME_BYTES)
    public RestResponse<String> html(@PathParam("id") UUID id) {
        return StandalonePage.of(new String(files.read(id, BulletinFormat.HTML), StandardCharsets.UTF_8));
    }

    private RestResponse<byte[]> attachment(UUID id, BulletinFormat format) {
        return Download.of(files.read(id, format), format.mediaType, "bulletin-" + id + "." + format.suffix);
    }
}
