package io.redress.privacy.software;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.privacy.KeysUnusable;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrappedKeyFileTest {

    private static final String PASSPHRASE = "a passphrase for tests";
    private static final String OTHER = "another passphrase for tests";

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("redress.keys");
    }

    private Config settings(String... namesAndValues) {
        var settings = new HashMap<String, String>();
        settings.put("redress.keys.file", path().toString());
        for (var i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 300))
                .build();
    }

    private Config passphrase() {
        return settings("redress.keys.passphrase", PASSPHRASE);
    }

    private void assertWrapped() throws IOException {
        assertThat(Files.readString(path())).startsWith("-----BEGIN AGE").doesNotContain("data.1", "SM4");
    }

    @Test
    void a_new_file_is_wrapped_and_stays_so_when_keys_come_and_go() throws IOException {
        var file = KeyFile.of(passphrase());
        file.create();
        assertWrapped();
        assertThat(file.shouldBeWrapped()).isFalse();
        assertThat(file.add()).isEqualTo(2);
        assertWrapped();
        assertThat(file.remove(Set.of(1, 7))).containsExactly(1);
        assertWrapped();
        assertThat(KeyFile.of(passphrase()).read().data().keySet()).containsExactly(2);
    }

    @Test
    void a_file_in_clear_is_wrapped_and_unwrapped_with_the_same_keys() throws IOException {
        new KeyFile(path()).create();
        var before = Files.readString(path());
        var file = KeyFile.of(passphrase());
        assertThat(file.shouldBeWrapped()).isTrue();
        assertThat(file.wrapAsSet(passphrase())).isTrue();
        assertWrapped();
        file.unwrap();
        assertThat(path()).content().isEqualTo(before);
    }

    @Test
    void without_the_passphrase_or_with_another_one_the_problem_says_what_to_do() {
        KeyFile.of(passphrase()).create();
        assertThatThrownBy(() -> new KeyFile(path()).read())
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining(path().toString())
                .hasMessageContaining("REDRESS_KEYS_PASSPHRASE_FILE");
        assertThat(new KeyFile(path()).needsPassphrase()).isTrue();
        assertThatThrownBy(() -> new KeyFile(path()).openedBy(OTHER).read())
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("does not open")
                .hasMessageNotContaining(OTHER);
    }

    @Test
    void the_passphrase_changes_and_the_old_one_opens_nothing() throws IOException {
        var settings = settings("redress.keys.passphrase", PASSPHRASE, "redress.keys.new.passphrase", OTHER);
        var file = KeyFile.of(settings);
        file.create();
        var key = file.read().data().get(1).secret().getKey();
        assertThat(file.wrapAsSet(passphrase())).as("nothing new is set").isFalse();
        assertThat(file.wrapAsSet(settings)).isTrue();
        assertThat(new KeyFile(path())
                        .openedBy(OTHER)
                        .read()
                        .data()
                        .get(1)
                        .secret()
                        .getKey())
                .isEqualTo(key);
        assertThatThrownBy(() -> new KeyFile(path()).openedBy(PASSPHRASE).read())
                .isInstanceOf(KeysUnusable.class);
    }

    @Test
    void a_weak_passphrase_leaves_the_file_as_it_was() throws IOException {
        new KeyFile(path()).create();
        var before = Files.readString(path());
        assertThatThrownBy(() -> new KeyFile(path()).wrapBy("password")).isInstanceOf(KeysUnusable.class);
        assertThat(path()).content().isEqualTo(before);
    }

    @Test
    void a_key_of_a_secret_store_opens_it_in_either_form() throws IOException {
        var key = new byte[32];
        key[0] = (byte) 0x80;
        var raw = Files.write(folder.resolve("raw"), key);
        var text = Files.writeString(folder.resolve("text"), Base64.getEncoder().encodeToString(key) + "\n");
        KeyFile.of(settings("redress.keys.wrapping-key-file", raw.toString())).create();
        assertWrapped();
        KeyFile.of(settings("redress.keys.wrapping-key-file", text.toString())).read();
        // So does the program age, with this text as the passphrase.
        new KeyFile(path()).openedBy(Base64.getEncoder().encodeToString(key)).read();
    }

    @Test
    void settings_that_make_no_sense_are_refused_without_showing_a_secret() throws IOException {
        var wrong = Files.writeString(folder.resolve("wrong"), "c2VjcmV0LXBhcnQ=");
        for (var settings : Map.of(
                        settings("redress.keys.wrapping-key-file", wrong.toString()), "32 bytes",
                        settings("redress.keys.wrapping-key-file", folder.toString()), "cannot be read",
                        settings(
                                        "redress.keys.wrapping-key-file",
                                        wrong.toString(),
                                        "redress.keys.passphrase",
                                        PASSPHRASE),
                                "32 bytes",
                        settings("redress.keys.pkcs11-config", wrong.toString(), "redress.keys.passphrase", PASSPHRASE),
                                "only one")
                .entrySet()) {
            assertThatThrownBy(() -> KeyFile.of(settings.getKey()))
                    .isInstanceOf(KeysUnusable.class)
                    .hasMessageContaining(settings.getValue())
                    .hasMessageNotContaining("c2VjcmV0")
                    .hasMessageNotContaining(PASSPHRASE);
        }
    }

    @Test
    void what_stood_in_the_file_before_is_overwritten() throws IOException {
        new KeyFile(path()).create();
        var old = Files.createLink(folder.resolve("old"), path());
        KeyFile.of(passphrase()).wrapAsSet(passphrase());
        assertThat(Files.readAllBytes(old)).containsOnly(0);
        assertWrapped();
    }

    @Test
    void a_damaged_file_is_told_and_not_opened() throws IOException {
        KeyFile.of(passphrase()).create();
        Files.writeString(
                path(), Files.readString(path()).replace("AGE ENCRYPTED FILE-----\n", "AGE ENCRYPTED FILE-----\nx"));
        assertThatThrownBy(() -> KeyFile.of(passphrase()).read())
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("is damaged");
    }
}
