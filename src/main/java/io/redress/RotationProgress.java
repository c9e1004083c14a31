package io.redress;

import io.redress.audit.CommandAuditLog;
import io.redress.privacy.CryptoModule;
import io.redress.privacy.RotateKeys.Progress;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

/** Reports the progress of a key rotation to the operator, and its begin, resumption and end to the audit log. */
record RotationProgress(Connection connection, CryptoModule module, Clock clock, PrintStream out) implements Progress {

    @Override
    public void begun(int key, boolean isNew) throws SQLException {
        audit(isNew ? "begun" : "resumed", key);
        if (!isNew) {
            out.println("继续未完成的轮换 data." + key + " / going on with the rotation to data." + key);
        }
    }

    @Override
    public void reencrypted(String table, int rows, int inPass) {
        out.println(table + ": " + inPass);
    }

    @Override
    public void ended(int key) throws SQLException {
        audit("ended", key);
        out.println("data." + key + " 已启用，旧密钥下已无数据 / is in use, nothing is left under older keys");
    }

    private void audit(String step, int key) throws SQLException {
        CommandAuditLog.write(connection, module, clock, "rotate-keys", Map.of("step", step, "key", "data." + key));
    }
}
