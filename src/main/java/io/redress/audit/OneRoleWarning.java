package io.redress.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Warns at startup when the service's database role owns the audit tables and so could change the trail. */
@ApplicationScoped
class OneRoleWarning {

    private static final Logger LOG = Logger.getLogger(OneRoleWarning.class);

    private final AgroalDataSource database;

    OneRoleWarning(AgroalDataSource database) {
        this.database = database;
    }

    void warn(@Observes StartupEvent start) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select has_table_privilege('audit_entry', 'update') or has_table_privilege('audit_entry', 'truncate')");
                var row = select.executeQuery()) {
            row.next();
            if (row.getBoolean(1)) {
                LOG.warn("审计日志仅由触发器保护：请为迁移另设数据库角色 DB_OWNER_USERNAME / only triggers guard the audit trail: the service"
                        + " owns its tables; give the migrations a role of their own (DB_OWNER_USERNAME)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the privileges cannot be read", e);
        }
    }
}
