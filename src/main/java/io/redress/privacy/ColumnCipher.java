package io.redress.privacy;

import io.quarkus.scheduler.Scheduled;
import io.redress.common.database.Sql;
import jakarta.inject.Singleton;

/**
 * Encrypts with the current data key, which is the newest in the database. A rotation registers a key there once all
 * instances can have it; they start using it within seconds.
 */
@Singleton
public class ColumnCipher {

    private final CryptoModule module;
    private final Sql sql;
    private volatile int current;
    private volatile boolean acceptsClear;

    ColumnCipher(CryptoModule module, Sql sql) {
        this.module = module;
        this.sql = sql;
    }

    byte[] seal(String text, EncryptedColumn cell) {
        if (current == 0) {
            takeUpNewKey();
        }
        return EncryptedText.seal(module, current, text, cell);
    }

    String open(byte[] kept, EncryptedColumn cell) {
        return EncryptedText.open(module, kept, cell, this::acceptsClear);
    }

    /** Asks the database again before it refuses, because this instance may have started before the migration. */
    private boolean acceptsClear() {
        if (!acceptsClear) {
            takeUpNewKey();
        }
        return acceptsClear;
    }

    byte[] mac(String use, byte[] data) {
        return module.mac(use, data);
    }

    @Scheduled(
            every = KeyRegister.TAKEN_UP_WITHIN_SECONDS + "s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void takeUpNewKey() {
        sql.withConnection(connection -> {
            var register = new KeyRegister(connection);
            current = register.current();
            acceptsClear = register.acceptsClearText(module);
            return null;
        });
    }
}
