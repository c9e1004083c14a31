package io.redress.privacy.software;

import io.redress.common.secret.RandomSecrets;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The content of a key file, one key a line: {@code data.1=SM4:…} and so on for the columns, {@code mac.index} and
 * {@code mac.audit} for MACs.
 */
record Keys(TreeMap<Integer, Keys.Key> data, Map<String, Keys.Key> macs) {

    static final String DATA = "data.";

    private static final String MAC = "mac.";
    private static final String[] USES = {"audit", "index"};
    private static final String WARNING = """
            # Redress 密钥文件。没有它，登记册中的证件号码、电话、账号、住址、备注和材料文件等无法读出；请另行妥善备份，不要与数据库放在一起。
            # Keys of Redress. Without this file nobody can read the register's document numbers, phones, accounts, addresses,
            # notes and files: keep a copy in a safe place, apart from the database.
            """;

    /** A secret and its algorithm. */
    record Key(Algorithm algorithm, KeyParameter secret) {

        @Override
        public String toString() {
            return "Key[" + algorithm + "]";
        }
    }

    /** A line that is missing or not a key; the message is its name. */
    static final class Wrong extends Exception {

        private Wrong(String name) {
            super(name);
        }
    }

    static Keys parse(String content) throws Wrong {
        var keys = new Keys(new TreeMap<>(), new TreeMap<>());
        for (var entry : entries(content).entrySet()) {
            keys.enter(entry.getKey().toString(), entry.getValue().toString());
        }
        demand(!keys.data().isEmpty(), DATA + 1);
        for (var use : USES) {
            demand(keys.macs().containsKey(use), MAC + use);
        }
        return keys;
    }

    private static Properties entries(String content) throws Wrong {
        var entries = new Properties();
        try {
            entries.load(new StringReader(content));
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new Wrong("\\u");
        }
    }

    private void enter(String name, String value) throws Wrong {
        try {
            var key = key(value.strip());
            demand(key.algorithm().isCipher() == name.startsWith(DATA), name);
            if (name.startsWith(DATA)) {
                data.put(Integer.valueOf(name.substring(DATA.length())), key);
            } else {
                demand(name.startsWith(MAC), name);
                macs.put(name.substring(MAC.length()), key);
            }
        } catch (IllegalArgumentException e) {
            throw new Wrong(name);
        }
    }

    private static void demand(boolean isRight, String name) throws Wrong {
        if (!isRight) {
            throw new Wrong(name);
        }
    }

    /** @throws IllegalArgumentException when the text is not a key */
    static Key key(String text) {
        var parts = text.split(":", 2);
        var algorithm = Algorithm.named(parts[0]);
        var bytes = parts.length < 2 ? new byte[0] : Base64.getDecoder().decode(parts[1]);
        if (bytes.length != algorithm.keyBytes) {
            throw new IllegalArgumentException("a key of another length");
        }
        return new Key(algorithm, new KeyParameter(bytes));
    }

    /** A random key in the form of the file: algorithm and secret. */
    static String newKey(Algorithm algorithm) {
        return algorithm + ":" + Base64.getEncoder().encodeToString(RandomSecrets.bytes(algorithm.keyBytes));
    }

    /** The content of a new file: one key of each kind. */
    static String newContent() {
        var lines = new StringBuilder(WARNING).append(line(DATA + 1, Algorithm.SM4));
        for (var use : USES) {
            lines.append(line(MAC + use, Algorithm.SM3));
        }
        return lines.toString();
    }

    static String line(String name, Algorithm algorithm) {
        return name + "=" + newKey(algorithm) + "\n";
    }
}
