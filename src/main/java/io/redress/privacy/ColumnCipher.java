package io.redress.privacy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/**
 * Encrypts with the current data key, which is the newest in the database. A rotation registers a key there once all
 * instances can have it; they start using it within seconds.
 */
@Singleton
public class ColumnCipher {

    private final CryptoModule module;
    private final AgroalDataSource database;
    private volatile int current;

    ColumnCipher(CryptoModule module, AgroalDataSource database) {
        this.module = module;
        this.database = database;
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
        try (var connection = database.getConnection()) {
            current = new KeyRegister(connection).current();
        } catch (SQLException e) {
            throw new IllegalStateException("the current key cannot be read", e);
        }
    }
}
