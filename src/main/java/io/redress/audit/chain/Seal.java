package io.redress.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One link of the chain: entries, ascending by id, that were committed and not sealed before. */
public record Seal(long number, Instant sealedAt, List<UUID> entries) {

    public static Seal of(ResultSet row) throws SQLException {
        return new Seal(row.getLong("number"), row.getTimestamp("sealed_at").toInstant(), List.of((UUID[])
                row.getArray("entries").getArray()));
    }
}
