package io.redress.file;

import io.redress.privacy.CryptoModule;
import io.redress.privacy.KeyRegister;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Makes room for encrypted files. Files of evidence that are here already stay as they are; the service encrypts them
 * while it works. Like every migration it is never changed.
 */
@Singleton
public class V039__files_are_encrypted extends BaseJavaMigration {

    private static final String TABLES = """
            create table encrypted_file (
                id          uuid primary key,
                size        bigint not null,
                wrapped_key bytea not null,
                created_at  timestamptz not null
            );
            comment on column encrypted_file.wrapped_key is 'encrypted';
            create table encrypted_piece (
                file_id uuid not null references encrypted_file on delete cascade,
                number  int not null,
                content bytea not null,
                primary key (file_id, number)
            );
            -- What is encrypted cannot be compressed, and says nothing to the planner.
            alter table encrypted_piece alter column content set storage external, alter column content set statistics 0;

            alter table evidence
                alter column sha256 drop not null,
                add column file_id uuid references encrypted_file,
                add column digest bytea,
                add column proof text,
                add constraint evidence_has_one_file
                    check ((file_id is null) = (sha256 is not null) and (file_id is null) = (digest is null));
            comment on column evidence.digest is 'encrypted';
            create index evidence_by_file on evidence (file_id);
            create index evidence_in_clear on evidence (id) where sha256 is not null;

            alter table bulletin_template
                add column file_id uuid references encrypted_file,
                add column digest text,
                add constraint bulletin_template_has_one_file
                    check ((file_id is null) = (digest is null) and (file_id is null or sha256 is null));
            """;

    private final CryptoModule module;

    public V039__files_are_encrypted(CryptoModule module) {
        this.module = module;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(TABLES);
            try (var evidence = statement.executeQuery("select exists (select from evidence)")) {
                evidence.next();
                if (evidence.getBoolean(1)) {
                    new KeyRegister(connection).enterClearFiles(module);
                }
            }
        }
    }
}
