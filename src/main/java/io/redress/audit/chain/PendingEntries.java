package io.redress.audit.chain;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Entries that this instance has committed and not yet seen in a seal. Only this class notices an entry that was
 * deleted from the database before it was sealed.
 */
@Singleton
public class PendingEntries {

    /** Late entries still wait, or another instance has sealed them since. */
    private static final String FIND = """
            select entry_id, true from audit_pending where entry_id = any(?)
            union all
            select entry, false from audit_seal, unnest(entries) as entry where number > ? and entry = any(?)
            """;

    private final Map<UUID, Since> ids = new ConcurrentHashMap<>();
    private volatile long head;

    /** @param head a seal that existed before the entry was committed */
    public record Since(long head, long nanos) {}

    /** Call before the commit: the entry is then in a later seal than this one. */
    public Since now() {
        return new Since(head, System.nanoTime());
    }

    public void remember(Collection<UUID> committed, Since since) {
        committed.forEach(id -> ids.put(id, since));
    }

    void sealed(Collection<UUID> entries) {
        entries.forEach(ids::remove);
    }

    void seen(ChainHead latest) {
        head = latest.number();
    }

    /**
     * Returns the entries that should have been sealed by now but are nowhere; reports each only once.
     *
     * @param olderThan longer than sealing takes
     */
    public List<UUID> vanished(Connection connection, Duration olderThan) throws SQLException {
        var late = late(olderThan);
        if (late.isEmpty()) {
            return List.of();
        }
        var found = find(connection, late);
        found.forEach((id, isWaiting) -> {
            if (!isWaiting) {
                ids.remove(id);
            }
        });
        var vanished = new ArrayList<>(late.keySet());
        vanished.removeAll(found.keySet());
        sealed(vanished);
        return vanished;
    }

    private Map<UUID, Since> late(Duration olderThan) {
        var now = System.nanoTime();
        var late = new HashMap<UUID, Since>();
        ids.forEach((id, since) -> {
            if (now - since.nanos() >= olderThan.toNanos()) {
                late.put(id, since);
            }
        });
        return late;
    }

    /** Id → whether the entry still waits. */
    private static Map<UUID, Boolean> find(Connection connection, Map<UUID, Since> late) throws SQLException {
        var found = new HashMap<UUID, Boolean>();
        try (var select = connection.prepareStatement(FIND)) {
            var wanted = connection.createArrayOf("uuid", late.keySet().toArray());
            select.setArray(1, wanted);
            select.setLong(
                    2, late.values().stream().mapToLong(Since::head).min().orElse(0));
            select.setArray(3, wanted);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), row.getBoolean(2));
                }
            }
        }
        return found;
    }
}
