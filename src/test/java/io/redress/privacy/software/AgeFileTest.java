package io.redress.privacy.software;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.privacy.KeysUnusable;
import io.redress.privacy.software.AgeFile.Stanza;
import io.redress.testing.Installed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeFileTest {

    private static final String PASSPHRASE = "a passphrase for tests";

    /** Written by age 1.1.1. */
    private static final String BY_AGE = """
            -----BEGIN AGE ENCRYPTED FILE-----
            YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCAwL3JFS2lLMGpudjRjVks5
            T3YwVFdRIDE4CjFReVlxQ1hHc0NKSnFGMWt0K0U3anFxUVFyNUVyLzc5cDhHSFlR
            d1lOc3cKLS0tIHNJQ1dpejBxSW9GaDdaRS9HeEdaYW0xbkhTOTNObWVvVnZiSnlE
            TjNNZDAKA8XzhslTL8o80k6R0Bt2+P3J0UR+QItgqeI0/gF6xM2Rg4zODow6opdF
            0yuYripDg42ZWg==
            -----END AGE ENCRYPTED FILE-----
            """;

    @TempDir
    Path folder;

    private static Wrapping by(String passphrase) {
        return new PassphraseWrapping(passphrase);
    }

    /** Costs no time, for tests of the format itself. */
    private record Plain(String type, int length) implements Wrapping {

        @Override
        public Stanza wrap(byte[] fileKey) {
            return new Stanza(List.of(type, "argument"), Arrays.copyOf(fileKey, length));
        }

        @Override
        public Optional<byte[]> unwrap(Stanza stanza) {
            return stanza.type().equals(type) ? Optional.of(Arrays.copyOf(stanza.body(), 16)) : Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 700, 65535, 65536, 65537, 131072, 200000})
    void what_was_encrypted_is_decrypted(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        // 48 and 96 bytes fill lines of Base64 exactly.
        for (var length : List.of(16, 32, 48, 49, 96)) {
            var wrapping = new Plain("plain", length);
            assertThat(AgeFile.decrypt(AgeFile.encrypt(content, wrapping), wrapping))
                    .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(content));
        }
    }

    @Test
    void a_file_for_another_recipient_is_not_opened() {
        var file = AgeFile.encrypt(new byte[9], new Plain("plain", 16));
        assertThat(AgeFile.decrypt(file, new Plain("other", 16))).isEmpty();
        assertThat(AgeFile.decrypt(file, by(PASSPHRASE))).isEmpty();
    }

    @Test
    void a_file_that_was_changed_anywhere_is_not_opened() {
        var wrapping = new Plain("plain", 16);
        var content = "data.1=SM4:secret".getBytes(StandardCharsets.UTF_8);
        var bytes = bytes(AgeFile.encrypt(content, wrapping));
        for (var i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            assertNotOpened(changed, wrapping);
        }
        for (var length = 0; length < bytes.length; length++) {
            assertNotOpened(Arrays.copyOf(bytes, length), wrapping);
        }
    }

    /** The last character of a MAC has two bits to spare. */
    @Test
    void a_header_in_another_spelling_is_not_opened() {
        var wrapping = new Plain("plain", 16);
        var bytes = bytes(AgeFile.encrypt(new byte[9], wrapping));
        var header = new String(bytes, StandardCharsets.ISO_8859_1);
        var last = header.indexOf('\n', header.indexOf("\n---")) - 1;
        var digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (var spare = 1; spare < 4; spare++) {
            var changed = bytes.clone();
            changed[last] = (byte) digits.charAt(digits.indexOf(bytes[last]) + spare);
            assertNotOpened(changed, wrapping);
        }
    }

    private static byte[] bytes(String armored) {
        return Base64.getMimeDecoder()
                .decode(armored.lines()
                        .filter(line -> !line.startsWith("-----"))
                        .collect(Collectors.joining()));
    }

    private static String armored(byte[] bytes) {
        return "-----BEGIN AGE ENCRYPTED FILE-----\n" + Base64.getMimeEncoder().encodeToString(bytes)
                + "\n-----END AGE ENCRYPTED FILE-----\n";
    }

    private static void assertNotOpened(byte[] file, Wrapping wrapping) {
        try {
            assertThat(AgeFile.decrypt(armored(file), wrapping)).isEmpty();
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).doesNotContain("secret");
        }
    }

    @Test
    void a_file_of_the_program_age_is_opened() {
        assertThat(AgeFile.decrypt(BY_AGE, by(PASSPHRASE)))
                .hasValueSatisfying(content -> assertThat(content).asString().isEqualTo("a file of age 1.1.1\n"));
        assertThat(AgeFile.decrypt(BY_AGE, by("another passphrase"))).isEmpty();
    }

    /** In ten years the program may be gone, and the file and its passphrase still there. */
    @Test
    void the_program_age_opens_our_file() throws IOException, InterruptedException {
        Installed.orSkip("/usr/bin/age");
        Installed.orSkip("/usr/bin/script");
        var content = "data.1=SM4:AAAA\n# 密钥\n";
        Files.writeString(
                folder.resolve("redress.keys"),
                AgeFile.encrypt(content.getBytes(StandardCharsets.UTF_8), by(PASSPHRASE)));
        // It reads a passphrase from a terminal only.
        var age = new ProcessBuilder("script", "-qec", "age -d -o opened redress.keys", "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try (var terminal = age.outputWriter()) {
            terminal.write(PASSPHRASE + "\n");
            terminal.flush();
            assertThat(age.waitFor(2, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(folder.resolve("opened")).content().isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "19", "30", "31", "1000", "-1"})
    void a_work_factor_that_would_take_all_memory_is_refused(String workFactor) {
        var stanza = new Stanza(List.of("scrypt", "AAAAAAAAAAAAAAAAAAAAAA", workFactor), new byte[32]);
        assertThatThrownBy(() -> by(PASSPHRASE).unwrap(stanza))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("work factor " + workFactor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "fifteen letters", "passwordpassword", "1234567890123456", "Password12345678901"})
    void a_weak_passphrase_is_refused(String weak) {
        assertThatThrownBy(() -> by(weak).wrap(new byte[16]))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("too weak")
                .hasMessageNotContaining(weak);
    }
}
