package io.redress.registration.model;

import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The stored form of a {@link PlatformAccount}, with the telephone encrypted. */
@Embeddable
public record HeldAccount(
        @InClear("free text, not encrypted yet") String username,
        @Encrypted byte[] registeredPhone) {

    static HeldAccount of(PlatformAccount account, UUID registrationId, int position) {
        return new HeldAccount(
                account.username(), phoneAt(registrationId, position).seal(account.registeredPhone()));
    }

    PlatformAccount open(UUID registrationId, int position) {
        return new PlatformAccount(username, phoneAt(registrationId, position).open(registeredPhone));
    }

    private static EncryptedColumn phoneAt(UUID registrationId, int position) {
        return new EncryptedColumn("platform_account", registrationId + "/" + position, "registered_phone");
    }
}
