package io.redress.platform;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** All roles of the bureau read platforms; only the section chief changes them. */
@Path("/api/v1/platforms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "platforms", description = "涉事平台与分支机构 / platforms and branches")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR})
class PlatformResource {

    private static final String LIST = "platforms";

    private final Platforms platforms;
    private final Idempotency idempotency;

    PlatformResource(Platforms platforms, Idempotency idempotency) {
        this.platforms = platforms;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "平台列表 / platforms, by name")
    public Page<PlatformView> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit, @RestQuery String cursor) {
        var rows = Platform.after(Cursor.position(LIST, cursor, Function.identity()), limit + 1);
        return Page.of(rows, limit, LIST, platform -> platform.name, Platforms::view);
    }

    @POST
    @RolesAllowed(SECTION_CHIEF)
    @Operation(summary = "登记平台 / enter a platform")
    public RestResponse<PlatformView> enter(
            @NotNull @Valid EnterPlatform body, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.create(
                key, body, () -> platforms.enter(body), platform -> "/api/v1/platforms/" + platform.id());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一个平台 / one platform")
    public RestResponse<PlatformView> read(@PathParam("id") UUID id) {
        return Versions.tagged(platforms.read(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(summary = "变更平台 / change a platform")
    public RestResponse<PlatformView> change(
            @PathParam("id") UUID id,
            @NotNull @Valid EnterPlatform body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(platforms.change(id, body, ifMatch));
    }

    @GET
    @Path("/{id}/branches")
    @Operation(summary = "平台的分支机构 / a platform's branches")
    public Page<BranchView> branches(@PathParam("id") UUID id) {
        return new Page<>(platforms.branchesOf(id), null);
    }

    @POST
    @Path("/{id}/branches")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(summary = "登记分支机构 / enter a branch")
    public RestResponse<BranchView> enterBranch(
            @PathParam("id") UUID id, @NotNull @Valid EnterBranch body, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.create(
                key,
                List.of(id, body),
                () -> platforms.enterBranch(id, body),
                branch -> "/api/v1/platforms/" + id + "/branches/" + branch.id());
    }

    @PUT
    @Path("/{id}/branches/{branchId}")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(summary = "变更分支机构 / change a branch")
    public RestResponse<BranchView> changeBranch(
            @PathParam("id") UUID id,
            @PathParam("branchId") UUID branchId,
            @NotNull @Valid EnterBranch body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(platforms.changeBranch(id, branchId, body, ifMatch));
    }
}
