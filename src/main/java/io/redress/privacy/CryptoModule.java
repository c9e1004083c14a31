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

    /** Generates a key for one file, which its caller keeps only as encrypted by a data key. */
    String newFileKey();

    /**
     * Encrypts a piece of a file. The result is 16 bytes longer.
     *
     * @param fileKey from {@link #newFileKey}
     * @param nonce 12 bytes, never the same twice for a key
     * @param boundTo associated data (AEAD): the piece can be decrypted only with the same value
     */
    byte[] encryptPiece(String fileKey, byte[] nonce, byte[] plain, byte[] boundTo);

    /**
     * Decrypts the result of {@link #encryptPiece}.
     *
     * @throws TamperedWith when it was not made with this key, nonce and associated data
     */
    byte[] decryptPiece(String fileKey, byte[] nonce, byte[] encrypted, byte[] boundTo);

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
