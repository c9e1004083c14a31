package io.redress.registration.model;

import io.redress.common.record.Encrypted;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A person's account with the platform; a registration has all accounts of the person. */
public record PlatformAccount(String username, String registeredPhone) {

    @Embeddable
    record Stored(@Encrypted byte[] username, @Encrypted byte[] registeredPhone) {

        static Stored of(PlatformAccount account, UUID registrationId, int position) {
            return new Stored(
                    at(registrationId, position, "username").seal(account.username()),
                    at(registrationId, position, "registered_phone").seal(account.registeredPhone()));
        }

        PlatformAccount open(UUID registrationId, int position) {
            return new PlatformAccount(
                    at(registrationId, position, "username").open(username),
                    at(registrationId, position, "registered_phone").open(registeredPhone));
        }

        private static EncryptedColumn at(UUID registrationId, int position, String column) {
            return new EncryptedColumn("platform_account", registrationId + "/" + position, column);
        }
    }
}
