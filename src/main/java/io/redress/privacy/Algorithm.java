package io.redress.privacy;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What a key of the file is for, through the JCA: the national algorithms (GB/T 32907, GB/T 32905), or those of elsewhere. */
enum Algorithm {
    SM4(16, "SM4/GCM/NoPadding", null, new BouncyCastleProvider()),
    SM3(32, null, "HmacSM3", new BouncyCastleProvider()),
    AES(32, "AES/GCM/NoPadding", null, Security.getProvider("SunJCE")),
    SHA256(32, null, "HmacSHA256", Security.getProvider("SunJCE"));

    final int keyBytes;
    private final String cipher;
    private final String mac;
    private final Provider provider;

    Algorithm(int keyBytes, String cipher, String mac, Provider provider) {
        this.keyBytes = keyBytes;
        this.cipher = cipher;
        this.mac = mac;
        this.provider = provider;
    }

    static Algorithm named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean isCipher() {
        return cipher != null;
    }

    Cipher newCipher() throws GeneralSecurityException {
        return Cipher.getInstance(cipher, provider);
    }

    Mac newMac() throws GeneralSecurityException {
        return Mac.getInstance(mac, provider);
    }
}
