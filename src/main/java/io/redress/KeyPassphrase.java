package io.redress;

import java.util.Optional;

/** Asks at the console for the passphrase of the key file. */
final class KeyPassphrase {

    private KeyPassphrase() {}

    /** Empty without a console. */
    static Optional<String> ask() {
        return read("密钥文件的口令 / passphrase of the key file: ");
    }

    /** Asks twice; empty without a console. */
    static Optional<String> askNew() {
        while (true) {
            var passphrase = read("密钥文件的新口令 / new passphrase of the key file: ");
            if (passphrase.equals(read("再次输入 / again: "))) {
                return passphrase;
            }
            System.err.println("两次输入不一致 / they are not the same");
        }
    }

    private static Optional<String> read(String question) {
        return Optional.ofNullable(System.console())
                .map(console -> console.readPassword("%s", question))
                .map(String::new);
    }
}
