package io.redress.file;

import io.redress.common.database.Sql;
import io.redress.common.database.Sql.RowReader;
import io.redress.common.problem.Problem;
import io.redress.common.record.SqlWrites;
import io.redress.common.text.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * Content-addressed file storage in the database. Joins the caller's transaction: a record and its files commit or roll
 * back together.
 */
@ApplicationScoped
@SqlWrites("the record that names the file by its hash")
public class StoredFiles {

    /** Maximum size in bytes; smaller than the limit of a request body, so that the service can explain the refusal. */
    public static final int LARGEST = 20 * 1024 * 1024;

    /** A statement for each column that refers to a file, from the schema, because any feature may add one. */
    private static final String REFERENCES = """
            select format('select 1 from %I where %I = ? limit 1', relname, attname)
            from pg_constraint join pg_class on pg_class.oid = conrelid
                join pg_attribute on attrelid = conrelid and attnum = conkey[1]
            where contype = 'f' and confrelid = 'stored_file'::regclass
            """;

    private final Sql sql;
    private final Clock clock;

    StoredFiles(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** An uploaded or generated file with its media type; the caller may change the array. */
    public record TypedContent(String mediaType, byte[] bytes) {}

    /**
     * Stores a file that the service has generated, only once even if it is the same again.
     *
     * @return SHA-256 of the content in lower-case hexadecimal, the key for reading it
     */
    @Transactional
    public String keep(byte[] content, String mediaType) {
        var sha256 = Digests.sha256(content);
        sql.update(
                "insert into stored_file (sha256, media_type, size, content, created_at)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing",
                sha256,
                mediaType,
                (long) content.length,
                content,
                clock.instant());
        return sha256;
    }

    /** The bytes with this hash, or 404. */
    @Transactional
    public byte[] bytes(String sha256) {
        return find(sha256).orElseThrow(Problem::notFound);
    }

    /** The bytes with this hash as they are now; empty when they are missing. */
    @Transactional
    public Optional<byte[]> find(String sha256) {
        return find(sha256, row -> row.getBytes(2));
    }

    /** The file with this hash, uploaded or generated; empty when it is missing. */
    @Transactional
    public Optional<TypedContent> findTyped(String sha256) {
        return find(sha256, row -> new TypedContent(row.getString(1), row.getBytes(2)));
    }

    /** Deletes a file unless a record refers to it. */
    @Transactional
    public void forgetUnlessUsed(String sha256) {
        var references = sql.list(REFERENCES, row -> row.getString(1));
        var isUnused = references.stream()
                .allMatch(reference -> sql.first(reference, row -> true, sha256).isEmpty());
        if (isUnused) {
            sql.update("delete from stored_file where sha256 = ?", sha256);
        }
    }

    private <T> Optional<T> find(String sha256, RowReader<T> reader) {
        return sql.first("select media_type, content from stored_file where sha256 = ?", reader, sha256);
    }
}
