package io.redress.privacy;

import io.redress.common.web.Confidential;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Encrypts the stored responses for idempotency keys. */
@Singleton
class StoredResponses implements Confidential {

    private final CryptoModule module;

    StoredResponses(CryptoModule module) {
        this.module = module;
    }

    @Override
    public byte[] seal(String body, String row) {
        return body(row).seal(body);
    }

    @Override
    public String open(byte[] body, String row) {
        return body(row).open(body);
    }

    private static EncryptedColumn body(String row) {
        return new EncryptedColumn("idempotency_key", row, "body");
    }

    @Override
    public String digest(String request) {
        return HexFormat.of().formatHex(module.mac("index", ("REQUEST\0" + request).getBytes(StandardCharsets.UTF_8)));
    }
}
