package io.redress.common.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The secrets among the settings, each of which may stand in a file instead. */
enum Secret {
    DB_PASSWORD("quarkus.datasource.password", "DB_PASSWORD_FILE"),
    DB_OWNER_PASSWORD("quarkus.flyway.password", "DB_OWNER_PASSWORD_FILE"),
    MAIL_PASSWORD("redress.mail.password", "MAIL_PASSWORD_FILE"),
    REDRESS_ADMIN_PASSWORD("redress.admin.password", "redress.admin.password-file"),
    REDRESS_KEYS_PASSPHRASE("redress.keys.passphrase", "redress.keys.passphrase-file"),
    REDRESS_KEYS_NEW_PASSPHRASE("redress.keys.new.passphrase", "redress.keys.new.passphrase-file"),
    REDRESS_KEYS_PKCS11_PIN("redress.keys.pkcs11-pin", "redress.keys.pkcs11-pin-file"),
    REDRESS_OIDC_CLIENT_SECRET("redress.oidc.client-secret", "redress.oidc.client-secret-file");

    private final String property;
    private final String fileSetting;

    Secret(String property, String fileSetting) {
        this.property = property;
        this.fileSetting = fileSetting;
    }

    /** What the program asks for. */
    String property() {
        return property;
    }

    /** What names the file: an environment variable, or a system property. */
    String fileSetting() {
        return fileSetting;
    }

    /** The environment variable that holds the secret itself. */
    String variable() {
        return name();
    }

    String fileVariable() {
        return name() + "_FILE";
    }

    /** The file's text without the line's end that editors and {@code echo} put behind it. */
    String read(String file) {
        try {
            var text = Files.readString(Path.of(file)).replaceFirst("[\\r\\n]+$", "");
            if (text.isEmpty()) {
                throw StartRefused.because(
                        fileVariable() + " 所指的文件 " + file + " 是空的",
                        "the file " + file + " that " + fileVariable() + " names is empty");
            }
            return text;
        } catch (NoSuchFileException e) {
            throw StartRefused.because(
                    fileVariable() + " 所指的文件 " + file + " 不存在",
                    "the file " + file + " that " + fileVariable() + " names does not exist");
        } catch (IOException | InvalidPathException e) {
            throw StartRefused.because(
                    fileVariable() + " 所指的文件 " + file + " 无法读取",
                    "the file " + file + " that " + fileVariable() + " names cannot be read");
        }
    }
}
