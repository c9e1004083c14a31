package io.redress.audit.log;

import static io.redress.account.Role.Names.AUDITOR;

import io.redress.audit.log.AuditEntries.Position;
import io.redress.common.web.Cursor;
import io.redress.common.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The audit trail is open to auditors only. */
@Path("/api/v1/audit-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit", description = "审计日志 / audit trail")
@RolesAllowed(AUDITOR)
class AuditEntryResource {

    private final AuditEntries entries;

    AuditEntryResource(AuditEntries entries) {
        this.entries = entries;
    }

    @GET
    @Operation(
            summary = "审计日志，最近的在前 / the audit trail, latest first",
            description = "一个请求改动几条记录，就有几条；一分钟内相同的拒绝并为一条，其余次数在 details.more。")
    public Page<AuditEntryView> list(
            @BeanParam @Valid AuditQuery query,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @RestQuery String cursor) {
        var before = Cursor.position(query.toString(), cursor, Position::of);
        return Page.of(
                entries.list(query, before, limit + 1),
                limit,
                query.toString(),
                row -> new Position(row.occurredAt(), row.id()).toString(),
                row -> row);
    }
}
