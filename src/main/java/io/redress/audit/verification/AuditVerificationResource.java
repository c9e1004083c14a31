package io.redress.audit.verification;

import static io.redress.account.Role.Names.AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/audit-verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
@RolesAllowed(AUDITOR)
class AuditVerificationResource {

    private final AuditVerifier verifier;

    AuditVerificationResource(AuditVerifier verifier) {
        this.verifier = verifier;
    }

    @POST
    @Operation(
            summary = "校验审计日志 / verify the audit trail",
            description = "从头走完整条链；数百万条须数分钟，此时可改用命令 verify-audit。校验本身也记入日志。")
    @APIResponse(responseCode = "200", description = "校验结果 / what was found")
    @APIResponse(responseCode = "409", description = "正在校验 / it is being verified already")
    public AuditVerificationView verify() {
        return verifier.verify();
    }
}
