package io.redress.worklist;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.AUDITOR;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.common.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/worklist")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "worklist", description = "待办 / what awaits me")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF, DIRECTOR, AUDITOR})
class WorklistResource {

    private final Instance<WorklistSource> sources;
    private final CurrentViewer current;

    WorklistResource(Instance<WorklistSource> sources, CurrentViewer current) {
        this.sources = sources;
        this.current = current;
    }

    @GET
    @Operation(
            summary = "等我办理的 / what awaits me",
            description =
                    "按本人的角色和片区列出轮到本人办理的事项；没有的种类不列。"
                            + " / What it is the caller's turn to do, by their roles and area; kinds of which there are none are left out.")
    public Page<WorklistItem> worklist() {
        var viewer = current.get();
        var items = sources.stream()
                .flatMap(source -> source.awaiting(viewer).stream())
                .sorted(Comparator.comparingInt(item -> item.kind().place()))
                .toList();
        return new Page<>(items, null);
    }
}
