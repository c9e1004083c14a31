package io.redress.privacy.software;

import io.redress.common.secret.RandomSecrets;
import io.redress.privacy.CryptoModule;
import io.redress.privacy.KeysUnusable;
import io.redress.privacy.TamperedWith;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;

/**
 * The built-in module: keys in a file, ciphers in this process. A key added to the file later is read when it is first
 * needed, so a rotation needs no restart. A ciphertext is nonce (12 bytes), text, tag (16 bytes).
 */
final class SoftwareModule implements CryptoModule {

    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final KeyFile file;
    private volatile Keys keys;

    /**
     * Initialised ciphers by key number, because initialising one takes longer than encrypting the few bytes of a
     * column.
     */
    private final ThreadLocal<Map<Integer, GCMModeCipher>> ready = ThreadLocal.withInitial(HashMap::new);

    SoftwareModule(KeyFile file) {
        this.file = file;
        this.keys = file.read();
    }

    @Override
    public byte[] encrypt(int key, byte[] plain, byte[] boundTo) {
        var nonce = RandomSecrets.bytes(NONCE);
        var cipher = ready(key);
        cipher.init(true, new AEADParameters(null, TAG * Byte.SIZE, nonce, boundTo));
        var encrypted = new byte[NONCE + plain.length + TAG];
        System.arraycopy(nonce, 0, encrypted, 0, NONCE);
        try {
            var done = NONCE + cipher.processBytes(plain, 0, plain.length, encrypted, NONCE);
            cipher.doFinal(encrypted, done);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("a column cannot be encrypted", e);
        }
        return encrypted;
    }

    @Override
    public byte[] decrypt(int key, byte[] encrypted, byte[] boundTo) {
        var length = encrypted.length - NONCE - TAG;
        if (length < 0) {
            throw new TamperedWith(null);
        }
        var cipher = ready(key);
        cipher.init(false, new AEADParameters(null, TAG * Byte.SIZE, Arrays.copyOf(encrypted, NONCE), boundTo));
        var plain = new byte[length];
        try {
            var done = cipher.processBytes(encrypted, NONCE, length + TAG, plain, 0);
            cipher.doFinal(plain, done);
        } catch (InvalidCipherTextException e) {
            throw new TamperedWith(e);
        }
        return plain;
    }

    private GCMModeCipher ready(int key) {
        return ready.get().computeIfAbsent(key, number -> {
            var data = data(number);
            var cipher = data.algorithm().newCipher();
            cipher.init(false, new AEADParameters(data.secret(), TAG * Byte.SIZE, new byte[NONCE]));
            return cipher;
        });
    }

    @Override
    public String newFileKey() {
        return Keys.newKey(keys.data().lastEntry().getValue().algorithm());
    }

    @Override
    public byte[] encryptPiece(String fileKey, byte[] nonce, byte[] plain, byte[] boundTo) {
        try {
            return piece(true, fileKey, nonce, plain, boundTo);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("a piece cannot be encrypted", e);
        }
    }

    @Override
    public byte[] decryptPiece(String fileKey, byte[] nonce, byte[] encrypted, byte[] boundTo) {
        try {
            return piece(false, fileKey, nonce, encrypted, boundTo);
        } catch (InvalidCipherTextException e) {
            throw new TamperedWith(e);
        }
    }

    private static byte[] piece(boolean encrypts, String fileKey, byte[] nonce, byte[] input, byte[] boundTo)
            throws InvalidCipherTextException {
        var key = Keys.key(fileKey);
        var cipher = key.algorithm().newCipher();
        cipher.init(encrypts, new AEADParameters(key.secret(), TAG * Byte.SIZE, nonce, boundTo));
        var output = new byte[cipher.getOutputSize(input.length)];
        var done = cipher.processBytes(input, 0, input.length, output, 0);
        cipher.doFinal(output, done);
        return output;
    }

    @Override
    public byte[] mac(String use, byte[] data) {
        var key = keys.macs().get(use);
        if (key == null) {
            throw new KeysUnusable("密钥文件 " + file + " 中没有 mac." + use, "the key file " + file + " has no mac." + use);
        }
        var mac = key.algorithm().newMac();
        mac.init(key.secret());
        mac.update(data, 0, data.length);
        var digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return digest;
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

    private Keys.Key data(int number) {
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
