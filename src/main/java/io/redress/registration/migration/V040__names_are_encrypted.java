package io.redress.registration.migration;

import io.redress.privacy.ClearText;
import io.redress.privacy.CryptoModule;
import io.redress.privacy.KeyRegister;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Gives the columns of names the form of encrypted ones, and makes room for the tokens by which names are found. The
 * names stay in clear, marked with key number 0, and those of investors also in a table of names without tokens: in a
 * large database encryption and tokens take long, and the service can work meanwhile. Like every migration it is never
 * changed.
 */
@Singleton
public class V040__names_are_encrypted extends BaseJavaMigration {

    private static final String TABLES = """
            -- For an owner that connects with the limits of the service: the tables are written anew.
            set local statement_timeout = 0;

            -- Without a foreign key: its check would cost as much as the row, for each of some twenty rows of a person, and
            -- investors are never deleted. Village and town look-ups of a frequent name read the index alone, which PostgreSQL
            -- can do only with pages that were vacuumed.
            create table investor_name_token (
                token       bigint not null,
                is_exact    boolean not null,
                investor_id uuid not null,
                area_code   text,
                primary key (token, is_exact, investor_id) include (area_code)
            ) with (autovacuum_vacuum_insert_scale_factor = 0.02);
            alter table investor_name_token alter column investor_id set statistics 0;

            create table unindexed_name (
                investor_id uuid primary key,
                folded      text not null,
                pinyin      text not null,
                initials    text not null
            );
            -- No samples for the planner, which would stay when the table is empty.
            alter table unindexed_name
                alter column folded set statistics 0, alter column pinyin set statistics 0, alter column initials set statistics 0;
            insert into unindexed_name
                select id, replace(lower(name), ' ', ''), name_pinyin, name_initials from investor where anonymised_at is null;
            create index unindexed_name_by_name on unindexed_name (folded text_pattern_ops);
            create index unindexed_name_by_pinyin on unindexed_name (pinyin text_pattern_ops);
            create index unindexed_name_by_initials on unindexed_name (initials text_pattern_ops);

            drop index investor_by_name;
            alter table investor
                drop column name_pinyin,
                drop column name_initials,
                alter column name type bytea using '\\x0000'::bytea || convert_to(name, 'UTF8'),
                alter column name set statistics 0;
            alter table registration
                alter column agent_name type bytea using '\\x0000'::bytea || convert_to(agent_name, 'UTF8'),
                alter column agent_name set statistics 0,
                alter column salesperson_name type bytea using '\\x0000'::bytea || convert_to(salesperson_name, 'UTF8'),
                alter column salesperson_name set statistics 0;
            alter table attention_entry
                alter column investor_name type bytea using '\\x0000'::bytea || convert_to(investor_name, 'UTF8'),
                alter column investor_name set statistics 0;
            comment on column investor.name is 'encrypted';
            comment on column registration.agent_name is 'encrypted';
            comment on column registration.salesperson_name is 'encrypted';
            comment on column attention_entry.investor_name is 'encrypted';
            """;

    private final CryptoModule module;

    public V040__names_are_encrypted(CryptoModule module) {
        this.module = module;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        var keys = new KeyRegister(connection);
        if (!keys.acceptsClearText(module) && !new ClearText(connection).rows().isEmpty()) {
            keys.enterClearText(module);
        }
    }
}
