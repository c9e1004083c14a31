package io.redress.privacy;

import io.quarkus.scheduler.Scheduled;
import io.redress.common.database.Sql;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Encrypts with the current data key, which is the newest in the database. A rotation registers a key there once all
 * instances can have it; they start using it within seconds.
 */
@Singleton
public class ColumnCipher {

    private final CryptoModule module;
    private final Sql sql;
    private volatile int current;
    private volatile long acceptsClearUntil = System.nanoTime();

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

    /** Asks the database again every few seconds, so that clear text is refused soon after the last one is encrypted. */
    private boolean acceptsClear() {
        if (System.nanoTime() - acceptsClearUntil < 0) {
            return true;
        }
        var accepts = sql.withConnection(connection -> new KeyRegister(connection).acceptsClearText(module));
        if (accepts) {
            acceptsClearUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(KeyRegister.TAKEN_UP_WITHIN_SECONDS);
        }
        return accepts;
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
