package io.redress.retention;

import io.redress.account.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/retention-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "retention", description = "保存期限 / how long records are kept")
@RolesAllowed(Role.Names.ADMIN)
class RetentionResource {

    private final Retention retention;

    RetentionResource(Retention retention) {
        this.retention = retention;
    }

    @POST
    @Operation(
            summary = "清点或处理到期数据 / count or erase what has outlived its period",
            description =
                    "期限由设置 redress.retention.* 决定，未设的不处理。只给出条数。到期的匿名化或删除，不能恢复。"
                            + " / periods are settings; what has none is kept; only numbers are told, and what is erased cannot be brought back")
    @APIResponse(responseCode = "200", description = "各类条数 / how many of each kind")
    public RetentionView run(@NotNull @Valid RunRetention body) {
        return retention.run(body.dryRun());
    }
}
