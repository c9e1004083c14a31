package io.redress.privacy;

/**
 * Cryptographic module (密码模块): the only holder of the keys, with all cryptographic operations that Redress needs. The
 * built-in {@link SoftwareModule} keeps them in a file. A certified module, software or hardware, replaces it by
 * implementing this interface and registering in {@code META-INF/services}. Implementations must be thread-safe.
 */
public interface CryptoModule {

    /**
     * Encrypts, with a fresh nonce each time.
     *
     * @param key number of a data key
     * @param boundTo associated data (AEAD): the ciphertext can be decrypted only with the same value
     * @throws KeysUnusable when the module has no such key
     */
    byte[] encrypt(int key, byte[] plain, byte[] boundTo);

    /**
     * Decrypts the result of {@link #encrypt}.
     *
     * @throws KeysUnusable when the module has no such key
     * @throws TamperedWith when the ciphertext was not made with this key and associated data
     */
    byte[] decrypt(int key, byte[] encrypted, byte[] boundTo);

    /**
     * MAC of 32 bytes, deterministic.
     *
     * @param use the purpose, such as {@code index} or {@code audit}; each has a key of its own
     */
    byte[] mac(String use, byte[] data);

    /** The highest number of a data key in the module. */
    int newestKey();

    /**
     * Generates a data key with a higher number than all others.
     *
     * @return its number
     * @throws KeysUnusable when the module cannot generate keys
     */
    int addKey();
}
