package io.redress.approval;

import io.quarkus.security.Authenticated;
import io.redress.account.CurrentViewer;
import io.redress.common.contract.InPerson;
import io.redress.common.web.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me/account-changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session")
@Authenticated
class MyAccountChangeResource {

    private final AccountDecisions decisions;
    private final CurrentViewer current;

    MyAccountChangeResource(AccountDecisions decisions, CurrentViewer current) {
        this.decisions = decisions;
        this.current = current;
    }

    @GET
    @InPerson
    @Operation(
            summary = "我的账号有何变更，待我确认 / what was changed about my account, for me to confirm",
            description = "登录后显示，直到确认。 / Shown after sign-in until it is confirmed.")
    public Page<AccountNoticeView> list() {
        return new Page<>(decisions.untold(current.get()), null);
    }

    @POST
    @Path("/{id}/acknowledge")
    @InPerson
    @Operation(summary = "确认已知 / confirm that I know")
    @APIResponse(responseCode = "204", description = "已确认 / confirmed")
    public void acknowledge(@PathParam("id") UUID id) {
        decisions.acknowledge(id, current.get());
    }
}
