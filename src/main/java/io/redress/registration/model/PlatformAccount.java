package io.redress.registration.model;

import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A person's account with the platform; a registration has all accounts of the person. */
public record PlatformAccount(String username, String registeredPhone) {

    /** In the database; the telephone number is encrypted. */
    @Embeddable
    record Stored(
            @InClear("free text, not encrypted yet") String username,
            @Encrypted byte[] registeredPhone) {

        static Stored of(PlatformAccount account, UUID registrationId, int position) {
            return new Stored(
                    account.username(), phoneAt(registrationId, position).seal(account.registeredPhone()));
        }

        PlatformAccount open(UUID registrationId, int position) {
            return new PlatformAccount(
                    username, phoneAt(registrationId, position).open(registeredPhone));
        }

        private static EncryptedColumn phoneAt(UUID registrationId, int position) {
            return new EncryptedColumn("platform_account", registrationId + "/" + position, "registered_phone");
        }
    }
}
