package io.redress.common.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {

    private static final Map<String, String> BUILT_IN = Map.of(
            "quarkus.datasource.password", "${DB_PASSWORD:}",
            "quarkus.flyway.password", "${DB_OWNER_PASSWORD:}",
            "redress.mail.password", "${MAIL_PASSWORD:}");

    @TempDir
    Path folder;

    /** The configuration of the program with these environment variables. */
    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredInterceptors()
                .withSources(new PropertiesConfigSource(BUILT_IN, "built in", 250))
                .withSources(new PropertiesConfigSource(environment, "environment", 300))
                .build();
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("secret"), content).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD_FILE, quarkus.datasource.password",
        "DB_OWNER_PASSWORD_FILE, quarkus.flyway.password",
        "MAIL_PASSWORD_FILE, redress.mail.password",
        "redress.admin.password-file, redress.admin.password",
        "redress.keys.passphrase-file, redress.keys.passphrase",
        "redress.keys.new.passphrase-file, redress.keys.new.passphrase",
        "redress.keys.pkcs11-pin-file, redress.keys.pkcs11-pin",
        "redress.oidc.client-secret-file, redress.oidc.client-secret"
    })
    void every_secret_can_be_read_from_a_file(String setting, String property) throws IOException {
        var config = config(Map.of(setting, file("a secret\n")));
        assertThat(config.getValue(property, String.class)).isEqualTo("a secret");
        assertThat(config(Map.of()).getOptionalValue(property, String.class)).isEmpty();
        assertThat(config(Map.of(setting, "")).getOptionalValue(property, String.class))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", ""})
    void the_line_end_is_not_part_of_the_secret(String end) throws IOException {
        var config = config(Map.of("DB_PASSWORD_FILE", file(" two words " + end)));
        assertThat(config.getValue("quarkus.datasource.password", String.class)).isEqualTo(" two words ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a$b", "${HOME}", "$${x}", "\\${x}", "a\\b,c", "密码"})
    void special_characters_in_a_secret_are_not_interpreted(String secret) throws IOException {
        var config = config(Map.of("DB_PASSWORD_FILE", file(secret)));
        assertThat(config.getValue("quarkus.datasource.password", String.class)).isEqualTo(secret);
    }

    @Test
    void a_file_that_is_missing_empty_or_unreadable_stops_the_start() throws IOException {
        var wrong = Map.of(
                folder.resolve("missing").toString(), "does not exist",
                folder.toString(), "cannot be read",
                file("\n"), "is empty",
                Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff}).toString(), "cannot be read");
        wrong.forEach((file, words) -> refused(Map.of("MAIL_PASSWORD_FILE", file), file, "MAIL_PASSWORD_FILE", words));
    }

    @Test
    void a_secret_given_as_value_and_as_file_stops_the_start() throws IOException {
        var direct = Map.of(
                "DB_PASSWORD", "DB_PASSWORD_FILE",
                "quarkus.datasource.password", "DB_PASSWORD_FILE",
                "redress.admin.password", "redress.admin.password-file");
        for (var form : direct.entrySet()) {
            var both = new HashMap<>(Map.of(form.getKey(), "hush", form.getValue(), file("silence")));
            refused(both, "not both");
        }
    }

    private static void refused(Map<String, String> environment, String... words) {
        assertThatThrownBy(() -> config(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll(words)
                .message()
                .containsPattern("\\p{IsHan}")
                .doesNotContain("hush", "silence", "\n");
    }
}
