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
        return EncryptedText.open(module, kept, cell);
    }

    byte[] mac(String use, byte[] data) {
        return module.mac(use, data);
    }

    @Scheduled(
            every = KeyRegister.TAKEN_UP_WITHIN_SECONDS + "s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void takeUpNewKey() {
        current = sql.withConnection(connection -> new KeyRegister(connection).current());
    }
}
