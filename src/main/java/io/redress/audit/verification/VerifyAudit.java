package io.redress.audit.verification;

import io.redress.audit.chain.ChainHead;
import io.redress.audit.chain.Checkpoints;
import io.redress.audit.chain.EntryMac;
import io.redress.privacy.CryptoModule;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Verifies the audit trail (审计日志校验) from the command line, whether or not the service runs. It only reads. */
public final class VerifyAudit {

    private static final int INTACT = 0;
    private static final int BROKEN = 1;

    private final DataSource database;
    private final CryptoModule module;
    private final Checkpoints checkpoints;
    private final String noted;
    private final PrintStream out;

    /**
     * @param checkpoint the file that {@code redress.audit.checkpoint} names
     * @param secondCheckpoint the file that {@code redress.audit.second-checkpoint} names; empty for none
     * @param noted a head that an operator noted, number and MAC as in the log; null for none
     */
    public VerifyAudit(
            DataSource database,
            CryptoModule module,
            Path checkpoint,
            Optional<Path> secondCheckpoint,
            String noted,
            PrintStream out) {
        this.database = database;
        this.module = module;
        this.checkpoints = Checkpoints.at(checkpoint, secondCheckpoint);
        this.noted = noted;
        this.out = out;
    }

    /** Prints the result; returns 0 when the trail is intact, 1 otherwise. */
    public int run() throws SQLException {
        var anchored = checkpoints.read();
        try (var connection = database.getConnection()) {
            var result = ChainVerification.of(connection, new EntryMac(module), anchored, ChainHead.noted(noted));
            out.printf(
                    "审计日志：%1$d 环，%2$d 条，另有 %3$d 条待封存；链头 %4$s / audit trail: %1$d seals, %2$d entries, %3$d more"
                            + " waiting to be sealed; head %4$s%n",
                    result.head().number(), result.entries(), result.pending(), result.head());
            if (result.isIntact()) {
                out.println("完整 / intact");
                return INTACT;
            }
            out.println("已被篡改 / tampered with: " + words(result.fault()));
            return BROKEN;
        }
    }

    private static String words(Fault fault) {
        var words = new StringBuilder(fault.kind().words());
        if (fault.entry() != null) {
            words.append("；条目 / entry ").append(fault.entry());
        }
        if (fault.seal() != null) {
            words.append("；第 ").append(fault.seal()).append(" 环 / seal ").append(fault.seal());
        }
        return words.toString();
    }
}
