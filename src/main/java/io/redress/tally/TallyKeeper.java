package io.redress.tally;

import io.agroal.api.AgroalDataSource;
import io.redress.common.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Writes the tally: one entry (台账变动) per figure that a change moved, in the transaction that makes the change. An entry is
 * claimed once by a closing and never updated or deleted; the database refuses both.
 */
@ApplicationScoped
class TallyKeeper {

    private static final String ENTER = """
            insert into tally_entry (moved, recorded_at, cause, cause_id,
                id, platform_id, area_code, measure, count, amount)
            select ?, ?, ?, ?, moved.*
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::numeric[]) as moved
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    TallyKeeper(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Without a transaction of its own: an entry stands or falls with the change it counts. */
    @Transactional(Transactional.TxType.MANDATORY)
    void record(@Observes CountedChange change) {
        var moved = change.after().since(change.before());
        if (moved.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var enter = connection.prepareStatement(ENTER)) {
            bind(enter, change, clock.instant());
            bind(enter, connection, moved);
            enter.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the tally cannot be written", e);
        }
    }

    private static void bind(PreparedStatement enter, CountedChange change, Instant recordedAt) throws SQLException {
        enter.setBoolean(1, change.isMove());
        enter.setTimestamp(2, Timestamp.from(recordedAt));
        enter.setString(3, change.cause());
        enter.setObject(4, change.causeId());
    }

    private static void bind(PreparedStatement enter, Connection connection, Map<Contribution.Key, Figure> moved)
            throws SQLException {
        var size = moved.size();
        var ids = new UUID[size];
        var platforms = new UUID[size];
        var areas = new String[size];
        var measures = new String[size];
        var counts = new Long[size];
        var amounts = new BigDecimal[size];
        var row = 0;
        for (var entry : moved.entrySet()) {
            ids[row] = Ids.next();
            platforms[row] = entry.getKey().platformId();
            areas[row] = entry.getKey().areaCode();
            measures[row] = entry.getKey().measure().name();
            counts[row] = entry.getValue().count();
            amounts[row++] = entry.getValue().amount();
        }
        enter.setArray(5, connection.createArrayOf("uuid", ids));
        enter.setArray(6, connection.createArrayOf("uuid", platforms));
        enter.setArray(7, connection.createArrayOf("text", areas));
        enter.setArray(8, connection.createArrayOf("text", measures));
        enter.setArray(9, connection.createArrayOf("bigint", counts));
        enter.setArray(10, connection.createArrayOf("numeric", amounts));
    }
}
