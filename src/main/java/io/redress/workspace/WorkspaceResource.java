package io.redress.workspace;

import io.quarkus.security.Authenticated;
import io.redress.common.contract.InPerson;
import io.redress.common.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "workspace", description = "本人的草稿、常用列与显示偏好 / a user's own drafts, column sets and preferences")
@Authenticated
class WorkspaceResource {

    private static final String FORM = "[a-z0-9-]{1,60}";

    private final Drafts drafts;
    private final ColumnSets columnSets;
    private final MyPreferences preferences;

    WorkspaceResource(Drafts drafts, ColumnSets columnSets, MyPreferences preferences) {
        this.drafts = drafts;
        this.columnSets = columnSets;
        this.preferences = preferences;
    }

    @GET
    @Path("/me/drafts")
    @InPerson
    @Operation(
            summary = "我的草稿 / my drafts",
            description = "未提交的表单，最近的在前；退出登录即删除，否则至多保存 12 小时。"
                    + " / Forms begun and not sent, the latest first; gone at sign-out, and after twelve hours.")
    public Page<DraftView> drafts() {
        return new Page<>(drafts.mine(), null);
    }

    @PUT
    @Path("/me/drafts/{form}")
    @InPerson
    @Operation(
            summary = "保存草稿 / keep a draft",
            description = "每人至多 10 份，最旧的让位。 / At most ten each; the oldest gives way.")
    public void saveDraft(
            @Parameter(description = "哪一张表单，不含个人信息 / which form; nothing of a person")
                    @PathParam("form")
                    @Pattern(regexp = FORM)
                    String form,
            @NotNull @Valid SaveDraft body) {
        drafts.save(form, body.content());
    }

    @DELETE
    @Path("/me/drafts/{form}")
    @InPerson
    @Operation(summary = "丢弃草稿 / drop a draft")
    @APIResponse(responseCode = "204", description = "已丢弃，或本来没有 / dropped, or there was none")
    public void dropDraft(@PathParam("form") @Pattern(regexp = FORM) String form) {
        drafts.drop(form);
    }

    @GET
    @Path("/me/column-sets")
    @InPerson
    @Operation(summary = "我的常用列 / my column sets")
    public Page<ColumnSetView> columnSets() {
        return new Page<>(columnSets.mine(), null);
    }

    @PUT
    @Path("/me/column-sets/{name}")
    @InPerson
    @Operation(summary = "保存常用列 / keep a column set", description = "同名者被替换。 / Replaces the one of that name.")
    @APIResponse(responseCode = "204", description = "已保存 / kept")
    @APIResponse(responseCode = "409", description = "已有 20 组 / there are twenty already")
    public void saveColumnSet(
            @Parameter(description = "自取的名称 / a name of one's own") @PathParam("name") @NotBlank @Size(max = 40)
                    String name,
            @NotNull @Valid SaveColumnSet body) {
        columnSets.save(name.strip(), body.columns());
    }

    @DELETE
    @Path("/me/column-sets/{name}")
    @InPerson
    @Operation(summary = "删除常用列 / drop a column set")
    @APIResponse(responseCode = "204", description = "已删除，或本来没有 / dropped, or there was none")
    public void dropColumnSet(@PathParam("name") @NotBlank @Size(max = 40) String name) {
        columnSets.drop(name.strip());
    }

    @GET
    @Path("/me/preferences")
    @InPerson
    @Operation(summary = "我的显示偏好 / how I like the client to look")
    public PreferencesView preferences() {
        return preferences.read();
    }

    @PUT
    @Path("/me/preferences")
    @InPerson
    @Operation(
            summary = "保存显示偏好 / keep how I like the client to look",
            description = "整体替换，后保存的有效。 / Replaces all of them; the last one counts.")
    @APIResponse(responseCode = "204", description = "已保存 / kept")
    public void savePreferences(@NotNull @Valid PreferencesView body) {
        preferences.save(body);
    }
}
