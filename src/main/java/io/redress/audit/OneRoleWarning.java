package io.redress.audit;

import io.quarkus.runtime.StartupEvent;
import io.redress.common.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Warns at startup when the service's database role owns the audit tables and so could change the trail. */
@ApplicationScoped
class OneRoleWarning {

    private static final Logger LOG = Logger.getLogger(OneRoleWarning.class);

    private final Sql sql;

    OneRoleWarning(Sql sql) {
        this.sql = sql;
    }

    void warn(@Observes StartupEvent start) {
        var mayChangeTheTrail = sql.first(
                "select has_table_privilege('audit_entry', 'update') or has_table_privilege('audit_entry', 'truncate')",
                row -> row.getBoolean(1));
        if (mayChangeTheTrail.orElseThrow()) {
            LOG.warn("审计日志仅由触发器保护：请为迁移另设数据库角色 DB_OWNER_USERNAME / only triggers guard the audit trail: the service"
                    + " owns its tables; give the migrations a role of their own (DB_OWNER_USERNAME)");
        }
    }
}
