package io.redress.privacy;

/**
 * Whoever holds the keys (密码模块): the one place that knows them, and all that the program asks of it. Our own,
 * {@link SoftwareModule}, has them in a file; a certified one, software or hardware, takes its place by implementing this
 * interface and naming itself in {@code META-INF/services}. Safe for use by many threads.
 */
public interface CryptoModule {

    /**
     * Encrypts, with a nonce of its own each time.
     *
     * @param key number of a data key
     * @param boundTo what the ciphertext belongs to; without the same it cannot be opened again
     * @throws KeysUnusable when the module has no such key
     */
    byte[] encrypt(int key, byte[] plain, byte[] boundTo);

    /**
     * The reverse of {@link #encrypt}.
     *
     * @throws KeysUnusable when the module has no such key
     * @throws TamperedWith when the ciphertext is not one made under this key for this place
     */
    byte[] decrypt(int key, byte[] encrypted, byte[] boundTo);

    /**
     * A keyed digest of 32 bytes, always the same for the same data.
     *
     * @param use what for, such as {@code index} or {@code audit}; each has a key of its own
     */
    byte[] mac(String use, byte[] data);

    /** The highest number of a data key that it has. */
    int newestKey();

    /**
     * Makes a data key that is newer than the others.
     *
     * @return its number
     * @throws KeysUnusable when keys are made elsewhere
     */
    int addKey();
}
