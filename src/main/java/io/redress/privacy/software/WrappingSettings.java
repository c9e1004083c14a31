package io.redress.privacy.software;

import io.redress.privacy.KeysUnusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The settings that say by what the key file is wrapped: a passphrase, a key from a secret store, or a token. */
final class WrappingSettings {

    private static final int KEY = 32;

    private WrappingSettings() {}

    /** @throws KeysUnusable when there is more than one, or one cannot be used */
    static Optional<Wrapping> of(Config settings, String prefix) {
        var found = new ArrayList<Wrapping>();
        settings.getOptionalValue(prefix + "passphrase", String.class)
                .ifPresent(passphrase -> found.add(new PassphraseWrapping(passphrase)));
        settings.getOptionalValue(prefix + "wrapping-key-file", Path.class)
                .ifPresent(file -> found.add(byKey(file, prefix + "wrapping-key-file")));
        settings.getOptionalValue(prefix + "pkcs11-config", Path.class)
                .ifPresent(file -> found.add(token(settings, prefix, file)));
        if (found.size() > 1) {
            throw new KeysUnusable(
                    prefix + "passphrase、" + prefix + "wrapping-key-file 与 " + prefix + "pkcs11-config 只能设一个",
                    "set only one of " + prefix + "passphrase, " + prefix + "wrapping-key-file and " + prefix
                            + "pkcs11-config");
        }
        return found.stream().findFirst();
    }

    /** A key is a passphrase that nobody has to remember: its Base64 text, with which the program age opens the file. */
    private static Wrapping byKey(Path file, String setting) {
        try {
            var bytes = Files.readAllBytes(file);
            var key = bytes.length == KEY
                    ? bytes
                    : Base64.getDecoder().decode(new String(bytes, StandardCharsets.US_ASCII).strip());
            if (key.length == KEY) {
                var passphrase = Base64.getEncoder().encodeToString(key);
                return new PassphraseWrapping(passphrase);
            }
        } catch (IOException e) {
            throw new KeysUnusable(
                    setting + " 所指的文件 " + file + " 无法读取",
                    "the file " + file + " that " + setting + " names cannot be read");
        } catch (IllegalArgumentException e) {
            // Its message would quote the file.
        }
        throw new KeysUnusable(
                setting + " 所指的文件 " + file + " 应为 " + KEY + " 字节的密钥，原样或 Base64",
                "the file " + file + " that " + setting + " names must hold a key of " + KEY
                        + " bytes, as they are or in Base64");
    }

    private static Wrapping token(Config settings, String prefix, Path configuration) {
        return new TokenWrapping(
                configuration,
                settings.getOptionalValue(prefix + "pkcs11-key", String.class).orElse("redress"),
                settings.getOptionalValue("redress.keys.pkcs11-pin", String.class)
                        .map(String::toCharArray)
                        .orElse(null));
    }
}
