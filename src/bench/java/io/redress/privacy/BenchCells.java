package io.redress.privacy;

import io.redress.privacy.software.CryptoModules;
import io.redress.privacy.software.KeyFile;
import java.nio.file.Path;
import java.util.UUID;

/** Seals invented data with the keys of an installation, as the program itself would, without starting it. */
public final class BenchCells {

    private static final int FIRST_KEY = 1;

    private final CryptoModule module;

    public BenchCells(Path keyFile) {
        this.module = CryptoModules.open(new KeyFile(keyFile));
    }

    public byte[] seal(String text, String table, UUID row, String column) {
        return EncryptedText.seal(module, FIRST_KEY, text, EncryptedColumn.of(table, row, column));
    }

    public long token(BlindIndex kind, String normalised) {
        return kind.token(module, normalised);
    }

    public byte[] index(BlindIndex kind, String normalised) {
        return kind.of(module, normalised);
    }
}
