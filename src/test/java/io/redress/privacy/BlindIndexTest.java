package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.privacy.software.CryptoModules;
import io.redress.privacy.software.KeyFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlindIndexTest {

    @TempDir
    Path folder;

    @Test
    void an_index_is_the_same_for_the_same_and_says_what_it_is_of() {
        var keys = new KeyFile(folder.resolve("redress.keys"));
        keys.create();
        var module = CryptoModules.open(keys);
        assertThat(BlindIndex.PHONE.of(module, "13800138000"))
                .hasSize(32)
                .isEqualTo(BlindIndex.PHONE.of(module, "13800138000"))
                .isNotEqualTo(BlindIndex.PHONE.of(module, "13800138001"))
                .isNotEqualTo(BlindIndex.DOCUMENT_NUMBER.of(module, "13800138000"));
    }
}
