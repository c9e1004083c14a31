package io.redress.privacy.software;

import io.redress.common.secret.RandomSecrets;
import io.redress.privacy.KeysUnusable;
import io.redress.privacy.software.AgeFile.Stanza;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Wraps by an AES key in a token or hardware security module (PKCS#11), which the key never leaves: AES-GCM in the token.
 * The recipient type is our own, so only Redress opens such a file.
 *
 * @param configuration file for the provider SunPKCS11: library and slot
 * @param label of the AES key in the token
 */
record TokenWrapping(Path configuration, String label, char[] pin) implements Wrapping {

    private static final String TYPE = "redress.io/pkcs11";
    private static final String PROVIDER = "SunPKCS11";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 16;

    @Override
    public Stanza wrap(byte[] fileKey) {
        var nonce = RandomSecrets.bytes(NONCE);
        try {
            var encrypted = run(Cipher.ENCRYPT_MODE, nonce, fileKey);
            var body = Arrays.copyOf(nonce, NONCE + encrypted.length);
            System.arraycopy(encrypted, 0, body, NONCE, encrypted.length);
            return new Stanza(
                    List.of(
                            TYPE,
                            Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(label.getBytes(StandardCharsets.UTF_8))),
                    body);
        } catch (GeneralSecurityException | IOException | ProviderException | InvalidParameterException e) {
            throw unusable(e);
        }
    }

    @Override
    public Optional<byte[]> unwrap(Stanza stanza) {
        if (!stanza.type().equals(TYPE) || stanza.body().length < NONCE + TAG) {
            return Optional.empty();
        }
        var body = stanza.body();
        try {
            return Optional.of(
                    run(Cipher.DECRYPT_MODE, Arrays.copyOf(body, NONCE), Arrays.copyOfRange(body, NONCE, body.length)));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException | IOException | ProviderException | InvalidParameterException e) {
            throw unusable(e);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) throws GeneralSecurityException, IOException {
        var provider = provider();
        var token = KeyStore.getInstance("PKCS11", provider);
        token.load(null, pin);
        var cipher = Cipher.getInstance(CIPHER, provider);
        cipher.init(mode, key(token), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        return cipher.doFinal(input);
    }

    private Provider provider() {
        var provider = Security.getProvider(PROVIDER);
        if (provider == null) {
            throw new ProviderException("this Java has no " + PROVIDER);
        }
        return provider.configure(configuration.toString());
    }

    private Key key(KeyStore token) throws GeneralSecurityException {
        var key = token.getKey(label, null);
        if (key == null) {
            throw new KeysUnusable(
                    "密码设备中没有名为 " + label + " 的 AES 密钥", "the token has no AES key with the label " + label);
        }
        return key;
    }

    /** The messages of the provider name slots and return values of the token, and no PIN. */
    private KeysUnusable unusable(Exception e) {
        var reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        return new KeysUnusable(
                "密码设备（PKCS#11，" + configuration + "）无法使用（" + reason + "）",
                "the token (PKCS#11, " + configuration + ") cannot be used (" + reason + ")",
                e);
    }

    @Override
    public String toString() {
        return "TokenWrapping[" + label + "]";
    }
}
