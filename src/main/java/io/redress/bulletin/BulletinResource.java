package io.redress.bulletin;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.common.web.Created;
import io.redress.common.web.Cursor;
import io.redress.common.web.Idempotency;
import io.redress.common.web.Page;
import io.redress.common.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The bureau reads bulletins, which hold counts and no names; the section drafts, the director signs. */
@Path("/api/v1/bulletins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bulletins", description = "工作周报 / bulletins")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class BulletinResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Bulletins bulletins;
    private final Idempotency idempotency;
    private final CurrentViewer current;

    BulletinResource(Bulletins bulletins, Idempotency idempotency, CurrentViewer current) {
        this.bulletins = bulletins;
        this.idempotency = idempotency;
        this.current = current;
    }

    @POST
    @RolesAllowed({CLERK, SECTION_CHIEF})
    @Operation(summary = "拟稿 / draft", description = "指标取自周结，正文按本周情况预填，可修改。无新增的周也出零报告。")
    @APIResponse(
            responseCode = "201",
            description = "已拟稿 / drafted",
            content = @Content(schema = @Schema(implementation = BulletinView.class)))
    public Response draft(@NotNull @Valid DraftBulletin body, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.create(key, body, () -> {
            var bulletin = bulletins.draft(body, current.get());
            return new Created<>("/api/v1/bulletins/" + bulletin.id(), bulletin.version(), bulletin);
        });
    }

    @GET
    @Operation(summary = "周报列表，最近的周在前 / bulletins, latest week first")
    public Page<BulletinRow> list(
            @RestQuery UUID platformId,
            @RestQuery BulletinStatus status,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @RestQuery String cursor) {
        var name = "bulletins " + platformId + status;
        var below = cursor == null ? Position.FIRST : Cursor.position(name, cursor, Position::of);
        var rows = bulletins.list(platformId, status, below.weekEndsOn(), below.id(), limit + 1);
        return Page.of(rows, limit, name, row -> new Position(row.weekEndsOn(), row.id()).text(), row -> row);
    }

    /** Where a page ended: bulletins of one week follow each other by id. */
    private record Position(LocalDate weekEndsOn, UUID id) {

        static final Position FIRST = new Position(null, null);

        static Position of(String text) {
            var space = text.indexOf(' ');
            return new Position(Cursor.day(text.substring(0, space)), UUID.fromString(text.substring(space + 1)));
        }

        String text() {
            return weekEndsOn + " " + id;
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一份周报 / one bulletin")
    @APIResponse(
            responseCode = "200",
            description = "周报 / the bulletin",
            content = @Content(schema = @Schema(implementation = BulletinView.class)))
    public Response read(@PathParam("id") UUID id) {
        return tagged(bulletins.read(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({CLERK, SECTION_CHIEF})
    @Operation(summary = "修改草稿 / edit a draft")
    @APIResponse(
            responseCode = "200",
            description = "已修改 / edited",
            content = @Content(schema = @Schema(implementation = BulletinView.class)))
    public Response edit(
            @PathParam("id") UUID id,
            @NotNull @Valid EditBulletin body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(bulletins.edit(id, body, ifMatch));
    }

    @POST
    @Path("/{id}/issue")
    @RolesAllowed(DIRECTOR)
    @Operation(summary = "签发 / sign and issue", description = "取得本平台本年度的下一期号并固化，此后不能修改。")
    @APIResponse(
            responseCode = "200",
            description = "已签发 / issued",
            content = @Content(schema = @Schema(implementation = BulletinView.class)))
    public Response issue(
            @PathParam("id") UUID id,
            @NotNull @Valid IssueBulletin body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(bulletins.issue(id, body, ifMatch, current.get()));
    }

    @GET
    @Path("/{id}.json")
    @Operation(summary = "签发的内容 / the content as issued", description = "逐字节不变，其 SHA-256 即 digest。")
    @APIResponse(
            responseCode = "200",
            description = "签发的内容 / the content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulletinContent.class)))
    @APIResponse(responseCode = "409", description = "尚未签发 / not issued yet")
    public Response content(@PathParam("id") UUID id) {
        return Response.ok(bulletins.frozenContent(id), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @Path("/{id}.docx")
    @Produces(DOCX)
    @Operation(summary = "Word 文件 / the document", description = "已签发的，每次取得的字节相同；草稿带有草稿字样。")
    @APIResponse(
            responseCode = "200",
            description = "DOCX",
            content = @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response document(@PathParam("id") UUID id) {
        return Response.ok(bulletins.document(id), DOCX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bulletin-" + id + ".docx\"")
                .build();
    }

    private static Response tagged(BulletinView view) {
        return Versions.tagged(view, view.version());
    }
}
