package io.redress.privacy.software;

import io.redress.common.secret.RandomSecrets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * The age format, version 1 (C2SP, age-encryption.org/v1), with its ASCII armor: a header with the file's own key, wrapped
 * for its recipients, then the content in pieces. The program {@code age} opens such a file as well.
 */
final class AgeFile {

    private static final String BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
    private static final String END = "-----END AGE ENCRYPTED FILE-----";
    private static final String VERSION = "age-encryption.org/v1";
    private static final String STANZA = "-> ";
    private static final String MAC = "---";
    private static final int LINE = 64;
    private static final int FILE_KEY = 16;
    private static final int KEY = 32;
    private static final int NONCE = 16;
    private static final int TAG = 16;
    private static final int PIECE = 64 * 1024;
    private static final int MOST_STANZAS = 20;

    private static final Base64.Encoder TO_BASE64 = Base64.getEncoder().withoutPadding();

    private AgeFile() {}

    /** One recipient's entry in the header. */
    record Stanza(List<String> arguments, byte[] body) {

        String type() {
            return arguments.get(0);
        }

        private String text() {
            var base64 = TO_BASE64.encodeToString(body);
            var lines = new StringBuilder(STANZA).append(String.join(" ", arguments));
            for (var from = 0; from <= base64.length(); from += LINE) {
                lines.append('\n').append(base64, from, Math.min(from + LINE, base64.length()));
            }
            return lines.append('\n').toString();
        }
    }

    static boolean is(String text) {
        return text.stripLeading().startsWith(BEGIN);
    }

    static String encrypt(byte[] content, Wrapping wrapping) {
        var fileKey = RandomSecrets.bytes(FILE_KEY);
        var header = VERSION + "\n" + wrapping.wrap(fileKey).text() + MAC;
        var nonce = RandomSecrets.bytes(NONCE);
        var file = new ByteArrayOutputStream();
        file.writeBytes((header + " " + TO_BASE64.encodeToString(mac(fileKey, header)) + "\n")
                .getBytes(StandardCharsets.UTF_8));
        file.writeBytes(nonce);
        var key = derive(fileKey, nonce, "payload");
        for (int from = 0, number = 0; number == 0 || from < content.length; from += PIECE, number++) {
            var isLast = from + PIECE >= content.length;
            var piece = Arrays.copyOfRange(content, from, Math.min(from + PIECE, content.length));
            file.writeBytes(seal(key, nonce(number, isLast), piece));
        }
        var armor = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(file.toByteArray());
        return BEGIN + "\n" + armor + "\n" + END + "\n";
    }

    /**
     * Decrypts.
     *
     * @return empty when the file is for another recipient
     * @throws IllegalArgumentException when the file is damaged or was changed
     */
    static Optional<byte[]> decrypt(String armored, Wrapping wrapping) {
        var file = new Reader(bytes(armored));
        var stanzas = file.header();
        var fileKey =
                stanzas.stream().map(wrapping::unwrap).flatMap(Optional::stream).findFirst();
        return fileKey.map(key -> {
            demand(MessageDigest.isEqual(file.mac, mac(key, file.authenticated)));
            return file.payload(key);
        });
    }

    /** @throws IllegalArgumentException when the file is damaged */
    static boolean isForPassphrase(String armored) {
        return isForPassphrase(new Reader(bytes(armored)).header());
    }

    private static boolean isForPassphrase(List<Stanza> stanzas) {
        return stanzas.stream().anyMatch(stanza -> stanza.type().equals(PassphraseWrapping.TYPE));
    }

    private static byte[] bytes(String armored) {
        var text = armored.strip();
        demand(text.startsWith(BEGIN) && text.endsWith(END));
        return Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
    }

    private static final class Reader {

        private final ByteBuffer file;
        private String authenticated;
        private byte[] mac;

        Reader(byte[] file) {
            this.file = ByteBuffer.wrap(file);
        }

        List<Stanza> header() {
            demand(line().equals(VERSION));
            var stanzas = new ArrayList<Stanza>();
            var text = new StringBuilder(VERSION).append('\n');
            var line = line();
            for (; line.startsWith(STANZA); line = line()) {
                demand(stanzas.size() < MOST_STANZAS);
                var arguments = List.of(line.substring(STANZA.length()).split(" ", -1));
                stanzas.add(new Stanza(arguments, body()));
                text.append(stanzas.get(stanzas.size() - 1).text());
            }
            demand(line.startsWith(MAC + " ") && !stanzas.isEmpty());
            // Who knows a passphrase could else be led to believe that the file comes from someone else who knows it.
            demand(stanzas.size() == 1 || !isForPassphrase(stanzas));
            mac = canonical(line.substring(MAC.length() + 1));
            authenticated = text.append(MAC).toString();
            return stanzas;
        }

        private byte[] body() {
            var base64 = new StringBuilder();
            String line;
            do {
                line = line();
                demand(line.length() <= LINE);
                base64.append(line);
            } while (line.length() == LINE);
            return canonical(base64.toString());
        }

        private String line() {
            var start = file.position();
            while (file.hasRemaining()) {
                if (file.get() == '\n') {
                    return new String(file.array(), start, file.position() - 1 - start, StandardCharsets.UTF_8);
                }
            }
            throw damaged();
        }

        byte[] payload(byte[] fileKey) {
            demand(file.remaining() >= NONCE + TAG);
            var nonce = new byte[NONCE];
            file.get(nonce);
            var key = derive(fileKey, nonce, "payload");
            var content = new ByteArrayOutputStream();
            for (var number = 0; file.hasRemaining(); number++) {
                var piece = new byte[Math.min(PIECE + TAG, file.remaining())];
                file.get(piece);
                content.writeBytes(
                        open(key, nonce(number, !file.hasRemaining()), piece).orElseThrow(AgeFile::damaged));
            }
            return content.toByteArray();
        }
    }

    private static byte[] mac(byte[] fileKey, String header) {
        var mac = new HMac(SHA256Digest.newInstance());
        mac.init(new KeyParameter(derive(fileKey, null, "header")));
        var bytes = header.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        var result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }

    private static byte[] derive(byte[] fileKey, byte[] salt, String purpose) {
        var generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
        generator.init(new HKDFParameters(fileKey, salt, purpose.getBytes(StandardCharsets.UTF_8)));
        var key = new byte[KEY];
        generator.generateBytes(key, 0, KEY);
        return key;
    }

    private static byte[] nonce(int piece, boolean isLast) {
        return ByteBuffer.allocate(12)
                .putInt(7, piece)
                .put(11, (byte) (isLast ? 1 : 0))
                .array();
    }

    /** ChaCha20-Poly1305 with this nonce. */
    static byte[] seal(byte[] key, byte[] nonce, byte[] plain) {
        try {
            return aead(true, key, nonce, plain);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encrypting failed", e);
        }
    }

    /** Decrypts the result of {@link #seal}; empty when it was made with another key or nonce. */
    static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] encrypted) {
        try {
            return Optional.of(aead(false, key, nonce, encrypted));
        } catch (InvalidCipherTextException e) {
            return Optional.empty();
        }
    }

    private static byte[] aead(boolean encrypts, byte[] key, byte[] nonce, byte[] input)
            throws InvalidCipherTextException {
        var cipher = new ChaCha20Poly1305();
        cipher.init(encrypts, new ParametersWithIV(new KeyParameter(key), nonce));
        var output = new byte[cipher.getOutputSize(input.length)];
        var done = cipher.processBytes(input, 0, input.length, output, 0);
        cipher.doFinal(output, done);
        return output;
    }

    private static void demand(boolean isRight) {
        if (!isRight) {
            throw damaged();
        }
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("not a file of age, or a damaged one");
    }

    /** The format has one text for each value: Java ignores the bits that the last character has to spare. */
    private static byte[] canonical(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (!TO_BASE64.encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("Base64 that is not canonical");
        }
        return bytes;
    }
}
