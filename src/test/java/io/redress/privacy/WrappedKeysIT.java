package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.FreshOffice;
import io.redress.testing.Installed;
import io.redress.testing.PackagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service with a key file that is wrapped: by a passphrase, and by a key in a token (PKCS#11). */
class WrappedKeysIT {

    private static final String PASSPHRASE = "a passphrase for tests";
    private static final String OTHER = "another passphrase for tests";
    private static final String PIN = "97531864";
    private static final String SOFTHSM = "/usr/lib/softhsm/libsofthsm2.so";

    @TempDir
    Path folder;

    private Path keys() {
        return folder.resolve("data/redress.keys");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private void assertWrapped() throws IOException {
        assertThat(Files.readString(keys())).startsWith("-----BEGIN AGE");
    }

    @Test
    void a_passphrase_opens_it_changes_and_is_never_told() throws Exception {
        var secret = file("passphrase", PASSPHRASE + "\n");
        var launch = FreshOffice.in(folder).environment("REDRESS_KEYS_PASSPHRASE_FILE", secret);
        launch.start().close();
        assertWrapped();
        refused(FreshOffice.in(folder), "REDRESS_KEYS_PASSPHRASE_FILE");
        refused(
                FreshOffice.in(folder).environment("REDRESS_KEYS_PASSPHRASE_FILE", file("wrong", OTHER)),
                "does not open");

        var next = file("next", OTHER);
        ended(launch.environment("REDRESS_KEYS_NEW_PASSPHRASE_FILE", next).run("wrap-keys"), 0);
        refused(launch, "does not open");
        var after = FreshOffice.in(folder).environment("REDRESS_KEYS_PASSPHRASE_FILE", next);
        ended(after.run("rotate-keys"), 0);
        assertWrapped();
        after.start().close();
        ended(after.run("unwrap-keys"), 0);
        assertThat(Files.readString(keys())).contains("data.1=SM4:", "data.2=SM4:");
        try (var service = after.start()) {
            assertThat(service.output())
                    .contains("wrap it by the command wrap-keys")
                    .doesNotContain(PASSPHRASE, OTHER, "\tat ");
        }
    }

    @Test
    void a_key_in_a_token_opens_it() throws Exception {
        Installed.orSkip(SOFTHSM);
        var tokens = Files.createDirectory(folder.resolve("tokens"));
        var configuration =
                file("softhsm2.conf", "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        softHsm(configuration, "--init-token", "--free", "--label", "redress", "--pin", PIN, "--so-pin", PIN);
        softHsm(
                configuration,
                "--import",
                keyOfToken(),
                "--aes",
                "--token",
                "redress",
                "--label",
                "redress",
                "--id",
                "01",
                "--pin",
                PIN);
        var launch = FreshOffice.in(folder)
                .environment("SOFTHSM2_CONF", configuration)
                .environment("REDRESS_KEYS_PKCS11_PIN_FILE", file("pin", PIN))
                .property(
                        "redress.keys.pkcs11-config",
                        file("pkcs11.cfg", "name = redress\nlibrary = " + SOFTHSM + "\nslotListIndex = 0\n"));
        launch.start().close();
        assertWrapped();
        ended(launch.run("rotate-keys"), 0);
        assertWrapped();
        launch.start().close();

        refused(FreshOffice.in(folder), "REDRESS_KEYS_PASSPHRASE_FILE");
        refused(launch.environment("REDRESS_KEYS_PKCS11_PIN_FILE", file("wrong", "1357")), "cannot be used");
        refused(
                launch.environment(
                                "REDRESS_KEYS_PKCS11_PIN_FILE",
                                folder.resolve("pin").toString())
                        .property("redress.keys.pkcs11-key", "another"),
                "no AES key with the label another");
        assertThat(Files.readString(folder.resolve("output.txt"))).doesNotContain(PIN, "1357");
    }

    /** The utility reads the key as a line of text. */
    private String keyOfToken() throws IOException {
        return file("key", "an AES key of 256 bits for tests");
    }

    private void softHsm(String configuration, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("softhsm2-util"));
        command.addAll(List.of(arguments));
        var util = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("softhsm.txt").toFile());
        util.environment().put("SOFTHSM2_CONF", configuration);
        assertThat(util.start().waitFor())
                .as(folder.resolve("softhsm.txt").toString())
                .isZero();
    }

    private void ended(PackagedService command, int exitCode) throws IOException, InterruptedException {
        try (command) {
            assertThat(command.awaitExit()).as(command.output()).isEqualTo(exitCode);
        }
    }

    /** One line, without a stack trace. */
    private void refused(PackagedService.Launch launch, String words) throws IOException, InterruptedException {
        var output = folder.resolve("output.txt");
        var before = Files.readString(output).length();
        try (var refused = launch.startWithoutWaiting()) {
            assertThat(refused.awaitExit()).isEqualTo(2);
            assertThat(refused.output().substring(before).strip())
                    .hasLineCount(1)
                    .contains(words);
        }
    }
}
