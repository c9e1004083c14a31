package io.redress.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.audit.chain.EntryMac;
import io.redress.audit.log.AuditEntry;
import io.redress.audit.log.AuditEntry.Circumstances;
import io.redress.audit.log.Outcome;
import io.redress.common.id.Ids;
import io.redress.privacy.CryptoModule;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Writes audit entries for commands, which run without the service; the service seals them later. */
public final class CommandAuditLog {

    private CommandAuditLog() {}

    /**
     * Joins the connection's transaction.
     *
     * @param command as the operator typed it, such as {@code rotate-keys}
     * @param details must contain neither personal data nor secrets
     */
    public static void write(
            Connection connection, CryptoModule module, Clock clock, String command, Map<String, Object> details)
            throws SQLException {
        var entry = new AuditEntry(
                Ids.next(),
                clock.instant(),
                new Circumstances(null, System.getProperty("user.name"), null, Ids.next()),
                command,
                Outcome.DONE,
                null,
                null,
                null,
                null,
                null,
                json(details));
        try (var insert = connection.prepareStatement(AuditLogStore.INSERT)) {
            AuditLogStore.bind(insert, connection, List.of(entry), new EntryMac(module));
            insert.executeUpdate();
        }
    }

    private static String json(Map<String, Object> details) {
        try {
            return details.isEmpty() ? null : new ObjectMapper().writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
