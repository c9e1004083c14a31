package io.redress.file;

import io.agroal.api.AgroalDataSource;
import io.redress.common.problem.Problem;
import io.redress.common.text.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

/**
 * Content-addressed file storage in the database. Joins the caller's transaction: a record and its files commit or roll
 * back together.
 */
@ApplicationScoped
public class StoredFiles {

    /** Maximum size in bytes; smaller than the limit of a request body, so that the service can explain the refusal. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private final AgroalDataSource database;
    private final Clock clock;

    StoredFiles(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A file as uploaded; the caller may change the array. */
    public record Content(FileType type, byte[] bytes) {}

    /**
     * Stores a file, only once even if it is uploaded again.
     *
     * @param type what {@link FileType#demand} detected for the content; any other type is refused
     * @return SHA-256 of the content in lower-case hexadecimal, the key for reading it
     */
    @Transactional
    public String store(byte[] content, FileType type) {
        if (FileType.demand(content) != type) {
            throw FileProblems.typeRefused();
        }
        return keep(content, type.mediaType());
    }

    /**
     * Stores a file that the service has generated.
     *
     * @return SHA-256 of the content in lower-case hexadecimal, the key for reading it
     */
    @Transactional
    public String keep(byte[] content, String mediaType) {
        var sha256 = Digests.sha256(content);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into stored_file (sha256, media_type, size, content, created_at)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, sha256);
            insert.setString(2, mediaType);
            insert.setLong(3, content.length);
            insert.setBytes(4, content);
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            insert.executeUpdate();
            return sha256;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store the file", e);
        }
    }

    /** The file with this hash as uploaded, or 404. */
    @Transactional
    public Content read(String sha256) {
        return find(sha256, row -> new Content(FileType.ofMediaType(row.getString(1)), row.getBytes(2)))
                .orElseThrow(Problem::notFound);
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

    /** Deletes a file that no record refers to any more. */
    @Transactional
    public void forget(String sha256) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from stored_file where sha256 = ?")) {
            delete.setString(1, sha256);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot delete the file", e);
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> find(String sha256, Reader<T> reader) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select media_type, content from stored_file where sha256 = ?")) {
            select.setString(1, sha256);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the file", e);
        }
    }
}
