package io.redress.audit;

import io.redress.audit.chain.EntryMac;
import io.redress.audit.chain.Genesis;
import io.redress.privacy.CryptoModule;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Writes the keyed {@link Genesis} of the audit trail; SQL alone has no key. Like every migration it is never changed. */
@Singleton
class V023__the_audit_trail_has_a_beginning extends BaseJavaMigration {

    private static final String TABLE = """
            create table audit_genesis (
                single   boolean primary key default true constraint audit_genesis_is_one check (single),
                database uuid not null,
                begun_at timestamptz not null,
                number   bigint not null,
                mac      bytea not null,
                proof    bytea not null
            )""";

    private static final String NEVER_CHANGED = """
            create trigger audit_genesis_is_never_changed before update or delete or truncate on audit_genesis
            for each statement execute function refuse_to_change()""";

    private final CryptoModule module;
    private final Clock clock;

    V023__the_audit_trail_has_a_beginning(CryptoModule module, Clock clock) {
        this.module = module;
        this.clock = clock;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute(NEVER_CHANGED);
        }
        Genesis.begin(connection, new EntryMac(module), clock.instant());
    }
}
