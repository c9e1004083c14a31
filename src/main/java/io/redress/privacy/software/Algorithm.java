package io.redress.privacy.software;

import java.util.Locale;
import java.util.function.Supplier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;

/** Algorithms of the keys: GCM ciphers and HMAC digests, Chinese (GB/T 32907, GB/T 32905) or international. */
enum Algorithm {
    SM4(16, SM4Engine::new, null),
    SM3(32, null, SM3Digest::new),
    AES(32, AESEngine::newInstance, null),
    SHA256(32, null, SHA256Digest::newInstance);

    final int keyBytes;
    private final Supplier<BlockCipher> cipher;
    private final Supplier<Digest> digest;

    Algorithm(int keyBytes, Supplier<BlockCipher> cipher, Supplier<Digest> digest) {
        this.keyBytes = keyBytes;
        this.cipher = cipher;
        this.digest = digest;
    }

    static Algorithm named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean isCipher() {
        return cipher != null;
    }

    GCMModeCipher newCipher() {
        return GCMBlockCipher.newInstance(cipher.get());
    }

    HMac newMac() {
        return new HMac(digest.get());
    }
}
