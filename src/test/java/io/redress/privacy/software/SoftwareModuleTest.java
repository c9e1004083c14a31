package io.redress.privacy.software;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.privacy.KeysUnusable;
import io.redress.privacy.TamperedWith;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftwareModuleTest {

    private static final byte[] PLACE = "investor\0one\0phone".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ELSEWHERE = "investor\0two\0phone".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TEXT = "13800138000 陈𠮷".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("redress.keys");
    }

    private SoftwareModule module(String cipher) throws IOException {
        var bytes = Algorithm.named(cipher).keyBytes;
        var digest = Base64.getEncoder().encodeToString(new byte[32]);
        Files.writeString(
                file(),
                "data.1=%s:%s%nmac.index=SM3:%s%nmac.audit=SM3:%s%n"
                        .formatted(cipher, Base64.getEncoder().encodeToString(new byte[bytes]), digest, digest));
        return new SoftwareModule(new KeyFile(file()));
    }

    @Test
    void the_example_of_rfc_8998_is_decrypted() throws IOException {
        var hex = HexFormat.of();
        var key = Base64.getEncoder().encodeToString(hex.parseHex("0123456789abcdeffedcba9876543210"));
        module("SM4");
        Files.writeString(file(), Files.readString(file()).replaceFirst("data.1=SM4:.*", "data.1=SM4:" + key));
        var encrypted = hex.parseHex("00001234567800000000abcd"
                + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
        var boundTo = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        assertThat(hex.formatHex(new SoftwareModule(new KeyFile(file())).decrypt(1, encrypted, boundTo)))
                .isEqualTo("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                        + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SM4", "AES"})
    void a_ciphertext_is_decrypted_only_in_its_own_place(String cipher) throws IOException {
        var module = module(cipher);
        var encrypted = module.encrypt(1, TEXT, PLACE);
        assertThat(module.decrypt(1, encrypted, PLACE)).isEqualTo(TEXT);
        assertThatThrownBy(() -> module.decrypt(1, encrypted, ELSEWHERE)).isInstanceOf(TamperedWith.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SM4", "AES"})
    void a_change_of_any_bit_is_detected(String cipher) throws IOException {
        var module = module(cipher);
        var encrypted = module.encrypt(1, TEXT, PLACE);
        for (var bit = 0; bit < encrypted.length * 8; bit++) {
            var changed = encrypted.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> module.decrypt(1, changed, PLACE)).isInstanceOf(TamperedWith.class);
        }
        assertThatThrownBy(() -> module.decrypt(1, new byte[3], PLACE)).isInstanceOf(TamperedWith.class);
        assertThat(module.decrypt(1, encrypted, PLACE)).isEqualTo(TEXT);
    }

    @Test
    void the_AES_of_the_JDK_decrypts_our_ciphertext() throws Exception {
        var encrypted = module("AES").encrypt(1, TEXT, PLACE);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(new byte[32], "AES"),
                new GCMParameterSpec(128, encrypted, 0, 12));
        cipher.updateAAD(PLACE);
        assertThat(cipher.doFinal(encrypted, 12, encrypted.length - 12)).isEqualTo(TEXT);
    }

    /** {@code printf redress | openssl dgst -sm3 -mac HMAC -macopt hexkey:00…}, and -sha256. */
    @ParameterizedTest
    @CsvSource({
        "SM3, f815e25d724d649e8fb7e7b785e7d21d7e8ee58b36f550054bce0eb2e9373961",
        "SHA256, eac4467826158e280eb858f8c2c8d2096a5bf70e24f9421a103a9420e4886eac"
    })
    void a_digest_equals_that_of_openssl(String digest, String expected) throws IOException {
        module("SM4");
        Files.writeString(file(), Files.readString(file()).replace("mac.index=SM3", "mac.index=" + digest));
        var mac = new SoftwareModule(new KeyFile(file())).mac("index", "redress".getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(mac)).isEqualTo(expected);
    }

    @Test
    void equal_texts_have_different_ciphertexts_even_in_concurrent_calls() throws IOException {
        var module = module("SM4");
        var seen = ConcurrentHashMap.<String>newKeySet();
        IntStream.range(0, 2000).parallel().forEach(i -> {
            var encrypted = module.encrypt(1, TEXT, PLACE);
            seen.add(HexFormat.of().formatHex(encrypted));
            assertThat(module.decrypt(1, encrypted, PLACE)).isEqualTo(TEXT);
        });
        assertThat(seen).hasSize(2000);
    }

    @Test
    void a_key_added_later_is_found_without_a_restart() throws IOException {
        var module = module("SM4");
        var key = new KeyFile(file()).add();
        assertThat(key).isEqualTo(2);
        assertThat(module.decrypt(key, module.encrypt(key, TEXT, PLACE), PLACE)).isEqualTo(TEXT);
        assertThatThrownBy(() -> module.encrypt(3, TEXT, PLACE))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("data.3");
    }
}
