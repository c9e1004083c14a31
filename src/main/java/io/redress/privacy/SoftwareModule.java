package io.redress.privacy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keys in a file, ciphers in this process. A key that was added to the file since is found when it is first needed, so that
 * a rotation needs no restart. A ciphertext is nonce (12 bytes), text, tag (16 bytes).
 */
final class SoftwareModule implements CryptoModule {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Looking a cipher up and preparing it costs more than the few bytes of a column. */
    private static final ThreadLocal<Map<Algorithm, Cipher>> CIPHERS = ThreadLocal.withInitial(HashMap::new);

    private final KeyFile file;
    private volatile KeyFile.Keys keys;

    SoftwareModule(KeyFile file) {
        this.file = file;
        this.keys = file.read();
    }

    @Override
    public byte[] encrypt(int key, byte[] plain, byte[] boundTo) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, data(key), nonce, boundTo);
            var encrypted = ByteBuffer.allocate(NONCE + cipher.getOutputSize(plain.length));
            encrypted.put(nonce).put(cipher.doFinal(plain));
            return encrypted.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a column cannot be encrypted", e);
        }
    }

    @Override
    public byte[] decrypt(int key, byte[] encrypted, byte[] boundTo) {
        if (encrypted.length < NONCE) {
            throw new TamperedWith(null);
        }
        try {
            var nonce = ByteBuffer.wrap(encrypted).slice(0, NONCE);
            var nonceBytes = new byte[NONCE];
            nonce.get(nonceBytes);
            return cipher(Cipher.DECRYPT_MODE, data(key), nonceBytes, boundTo)
                    .doFinal(encrypted, NONCE, encrypted.length - NONCE);
        } catch (AEADBadTagException e) {
            throw new TamperedWith(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a column cannot be decrypted", e);
        }
    }

    private static Cipher cipher(int mode, KeyFile.Key key, byte[] nonce, byte[] boundTo)
            throws GeneralSecurityException {
        var cipher = CIPHERS.get().get(key.algorithm());
        if (cipher == null) {
            cipher = key.algorithm().newCipher();
            CIPHERS.get().put(key.algorithm(), cipher);
        }
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo);
        return cipher;
    }

    @Override
    public byte[] mac(String use, byte[] data) {
        var key = keys.macs().get(use);
        if (key == null) {
            throw new KeysUnusable("密钥文件 " + file + " 中没有 mac." + use, "the key file " + file + " has no mac." + use);
        }
        try {
            Mac mac = key.algorithm().newMac();
            mac.init(key.secret());
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a digest cannot be made", e);
        }
    }

    @Override
    public int newestKey() {
        return keys.data().lastKey();
    }

    @Override
    public int addKey() {
        var number = file.add();
        keys = file.read();
        return number;
    }

    private KeyFile.Key data(int number) {
        var key = keys.data().get(number);
        if (key == null) {
            keys = file.read();
            key = keys.data().get(number);
        }
        if (key == null) {
            throw new KeysUnusable(
                    "密钥文件 " + file + " 中没有 data." + number + "，请恢复",
                    "the key file " + file + " has no data." + number + "; restore it");
        }
        return key;
    }
}
