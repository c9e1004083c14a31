package io.redress.bulletin;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.bulletin.BulletinViews.Filter;
import io.redress.bulletin.file.BulletinVerification;
import io.redress.bulletin.file.BulletinVerifier;
import io.redress.bulletin.model.BulletinKind;
import io.redress.bulletin.model.BulletinStatus;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * All roles of the bureau read bulletins, which contain counts and no names. Clerks and section chiefs draft them, the
 * director signs.
 */
@Path("/api/v1/bulletins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bulletins", description = "工作周报 / bulletins")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class BulletinResource {

    private final Bulletins bulletins;
    private final Signing signing;
    private final BulletinViews views;
    private final MissingBulletins missing;
    private final BulletinVerifier verifier;
    private final Idempotency idempotency;
    private final CurrentViewer current;

    BulletinResource(
            Bulletins bulletins,
            Signing signing,
            BulletinViews views,
            MissingBulletins missing,
            BulletinVerifier verifier,
            Idempotency idempotency,
            CurrentViewer current) {
        this.bulletins = bulletins;
        this.signing = signing;
        this.views = views;
        this.missing = missing;
        this.verifier = verifier;
        this.idempotency = idempotency;
        this.current = current;
    }

    @POST
    @RolesAllowed({CLERK, SECTION_CHIEF})
    @Operation(
            summary = "拟稿 / draft",
            description = "指标取自周结，正文按本周情况预填，可修改。无新增的周也出零报告。不填平台的是各平台汇总。关注平台的草稿在周结后自动出现，无须拟稿。")
    public RestResponse<BulletinView> draft(
            @NotNull @Valid DraftBulletin body, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.create(key, body, () -> bulletins.draft(body, current.get()), BulletinResource::address);
    }

    @GET
    @Operation(summary = "周报列表，最近的周在前 / bulletins, latest week first")
    public Page<BulletinRow> list(
            @RestQuery UUID platformId,
            @Parameter(description = "只看平台周报或只看汇总 / of platforms, or digests") @RestQuery BulletinKind kind,
            @RestQuery BulletinStatus status,
            @Parameter(description = "报告周的末日 / last day of a week", example = "2021-03-07") @RestQuery
                    LocalDate weekEndsOn,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @RestQuery String cursor) {
        var name = "bulletins " + platformId + kind + status + weekEndsOn;
        var below = cursor == null ? Position.FIRST : Cursor.position(name, cursor, Position::of);
        var rows =
                views.list(new Filter(platformId, kind, status, weekEndsOn, below.weekEndsOn(), below.id()), limit + 1);
        return Page.of(rows, limit, name, row -> new Position(row.weekEndsOn(), row.id()).text(), row -> row);
    }

    /** A keyset position; bulletins of one week are ordered by id. */
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
    @Path("/missing")
    @Operation(
            summary = "应报未报 / bulletins due and not issued",
            description = "自平台列为关注之日起，每个已结的周须有一份已签发的周报；有关注平台的周并须有一份汇总。")
    public Page<MissingBulletinView> missing(
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit, @RestQuery String cursor) {
        var name = "missing-bulletins";
        var below = cursor == null ? MissingPosition.FIRST : Cursor.position(name, cursor, MissingPosition::of);
        var rows = missing.list(below.weekEndsOn(), below.platformName(), limit + 1);
        return Page.of(rows, limit, name, row -> MissingPosition.after(row).text(), row -> row);
    }

    /** A keyset position; the digest, which has no platform name, comes last in its week. */
    private record MissingPosition(LocalDate weekEndsOn, String platformName) {

        static final MissingPosition FIRST = new MissingPosition(null, null);

        static MissingPosition after(MissingBulletinView row) {
            return new MissingPosition(row.weekEndsOn(), row.platformName() == null ? "" : row.platformName());
        }

        static MissingPosition of(String text) {
            var space = text.indexOf(' ');
            return new MissingPosition(Cursor.day(text.substring(0, space)), text.substring(space + 1));
        }

        String text() {
            return weekEndsOn + " " + platformName;
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一份周报 / one bulletin")
    public RestResponse<BulletinView> read(@PathParam("id") UUID id) {
        return Versions.tagged(views.read(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({CLERK, SECTION_CHIEF})
    @Operation(summary = "修改草稿 / edit a draft")
    public RestResponse<BulletinView> edit(
            @PathParam("id") UUID id,
            @NotNull @Valid EditBulletin body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(bulletins.edit(id, body, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/regenerate")
    @RolesAllowed({CLERK, SECTION_CHIEF})
    @Operation(
            summary = "重新生成 / propose the words anew",
            description = "按该周截止时刻的记录重拟各部分文字，与表中数字同一时点，不论何时重拟；有人改过的部分保留原文，新拟的文字列在 prefilled。"
                    + " / all words are as of the cut-off of the week, like the figures, whenever they are proposed")
    public RestResponse<BulletinView> regenerate(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(bulletins.regenerate(id, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/submit")
    @RolesAllowed({CLERK, SECTION_CHIEF})
    @Operation(summary = "送审 / submit for review")
    public RestResponse<BulletinView> submit(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(bulletins.submit(id, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/review")
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Operation(summary = "审核通过 / pass the review", description = "审核人不能是送审人。")
    public RestResponse<BulletinView> review(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(bulletins.review(id, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/send-back")
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Operation(summary = "退回修改 / send back", description = "送审或审核后的周报退回为草稿，须说明理由。")
    public RestResponse<BulletinView> sendBack(
            @PathParam("id") UUID id,
            @NotNull @Valid GiveBulletinReason body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(bulletins.sendBack(id, body, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/issue")
    @RolesAllowed(DIRECTOR)
    @Operation(
            summary = "签发 / sign and issue",
            description =
                    "签发人不能是送审人或审核人。取得本系列本年度的下一期号并固化，此后不能修改；已设的读者收到邮件。有字将印作〓的，须以 acceptMissingCharacters 确认；所报的周尚未终了的，须以 early 确认，否则为 409，overAt 为终了时刻。")
    public RestResponse<BulletinView> issue(
            @PathParam("id") UUID id,
            @NotNull @Valid IssueBulletin body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(signing.issue(id, body, ifMatch, current.get()));
    }

    @POST
    @Path("/{id}/correct")
    @RolesAllowed({CLERK, SECTION_CHIEF})
    @Operation(summary = "更正 / correct an issued bulletin", description = "另拟一份写明所更正期号的周报，按同样步骤签发；原件不变。")
    public RestResponse<BulletinView> correct(
            @PathParam("id") UUID id,
            @NotNull @Valid GiveBulletinReason body,
            @HeaderParam("Idempotency-Key") String key) {
        return idempotency.create(
                key, List.of(id, body), () -> bulletins.correct(id, body, current.get()), BulletinResource::address);
    }

    @POST
    @Path("/{id}/void")
    @RolesAllowed({SECTION_CHIEF, DIRECTOR})
    @Operation(summary = "作废 / void", description = "期号保留。已签发的只有分管领导能作废，收到过的读者收到作废通知，未签发的更正稿一并作废；已被更正件替代的不能作废。")
    public RestResponse<BulletinView> makeVoid(
            @PathParam("id") UUID id,
            @NotNull @Valid GiveBulletinReason body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(bulletins.makeVoid(id, body, ifMatch, current.get()));
    }

    @GET
    @Path("/{id}/verification")
    @Operation(
            summary = "核验 / verify an issued bulletin",
            description = "逐个文件重算 SHA-256 与签发时所记比对，期号、报告周、摘要和每个文件与审计日志中签发时的条目比对，显示的文字与签发内容比对，"
                    + "内容中的指标与周结比对，并重算各表每一行。审计日志的条目有密钥校验码，改得动数据库的人也伪造不了。")
    @APIResponse(responseCode = "200", description = "核验结果 / what was found")
    @APIResponse(responseCode = "409", description = "尚未签发 / not issued yet")
    public BulletinVerification verification(@PathParam("id") UUID id) {
        return verifier.verify(id);
    }

    private static String address(BulletinView bulletin) {
        return "/api/v1/bulletins/" + bulletin.id();
    }
}
