package io.redress.file;

import io.redress.common.database.Sql;
import io.redress.common.id.Ids;
import io.redress.common.problem.Problem;
import io.redress.common.record.SqlWrites;
import io.redress.privacy.CryptoModule;
import io.redress.privacy.EncryptedColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Files that people handed in, encrypted in pieces. Each has a random key of its own, which is an encrypted column: a
 * key rotation writes only these keys anew, and without its key a file is gone.
 */
@ApplicationScoped
@SqlWrites("the record that refers to the file")
public class EncryptedFiles {

    /** Pieces that are read or written together: a megabyte. */
    private static final int TOGETHER = 16;

    private static final byte[] MISSING = new byte[0];

    private final Sql sql;
    private final CryptoModule module;
    private final Clock clock;

    EncryptedFiles(Sql sql, CryptoModule module, Clock clock) {
        this.sql = sql;
        this.module = module;
        this.clock = clock;
    }

    /** Stores a file in the caller's transaction. */
    @Transactional
    public UUID store(byte[] content) {
        var id = Ids.next();
        var pieces = new FilePieces(module, module.newFileKey(), id, content.length);
        sql.update(
                "insert into encrypted_file (id, size, wrapped_key, created_at) values (?, ?, ?, ?)",
                id,
                pieces.size(),
                key(id).seal(pieces.key()),
                clock.instant());
        return sql.withConnection(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into encrypted_piece (file_id, number, content) values (?, ?, ?)")) {
                for (var number = 0; number < pieces.count(); number++) {
                    var from = number * FilePieces.LENGTH;
                    var to = Math.min(content.length, from + FilePieces.LENGTH);
                    insert.setObject(1, id);
                    insert.setInt(2, number);
                    insert.setBytes(3, pieces.seal(number, Arrays.copyOfRange(content, from, to)));
                    insert.addBatch();
                    if ((number + 1) % TOGETHER == 0 || number + 1 == pieces.count()) {
                        insert.executeBatch();
                    }
                }
                return id;
            }
        });
    }

    /**
     * Finds a file and opens its first piece, so that a file that was tampered with is refused before anything of it is
     * sent.
     *
     * @throws io.redress.privacy.TamperedWith when key, size or first piece are not those that were stored
     */
    @Transactional
    public Content open(UUID id) {
        var pieces = sql.first(
                        "select size, wrapped_key from encrypted_file where id = ?",
                        row -> new FilePieces(module, key(id).open(row.getBytes(2)), id, row.getLong(1)),
                        id)
                .orElseThrow(Problem::notFound);
        return new Content(pieces);
    }

    /** Deletes key and pieces of a file that no record refers to any more. */
    @Transactional
    public void forget(UUID id) {
        sql.update("delete from encrypted_file where id = ?", id);
    }

    private static EncryptedColumn key(UUID id) {
        return EncryptedColumn.of("encrypted_file", id, "wrapped_key");
    }

    private Map<Integer, byte[]> pieces(UUID id, int first) {
        var found = new HashMap<Integer, byte[]>();
        sql.list(
                "select number, content from encrypted_piece where file_id = ? and number >= ? order by number limit "
                        + TOGETHER,
                row -> found.put(row.getInt(1), row.getBytes(2)),
                id,
                first);
        return found;
    }

    /** A file, decrypted piece by piece while it is written. It holds no transaction and never the whole file. */
    public final class Content {

        private final FilePieces pieces;
        private final Map<Integer, byte[]> beginning;

        private Content(FilePieces pieces) {
            this.pieces = pieces;
            this.beginning = pieces(pieces.file(), 0);
            open(beginning, 0);
        }

        public long size() {
            return pieces.size();
        }

        /** @throws io.redress.privacy.TamperedWith at the first piece that is not as it was stored */
        public void writeTo(OutputStream out) throws IOException {
            var read = beginning;
            for (var number = 0; number < pieces.count(); number++) {
                if (number > 0 && number % TOGETHER == 0) {
                    read = pieces(pieces.file(), number);
                }
                out.write(open(read, number));
            }
        }

        /** For what is needed as a whole. */
        public byte[] bytes() {
            var bytes = new ByteArrayOutputStream(Math.toIntExact(size()));
            try {
                writeTo(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private byte[] open(Map<Integer, byte[]> read, int number) {
            return pieces.open(number, read.getOrDefault(number, MISSING));
        }
    }
}
