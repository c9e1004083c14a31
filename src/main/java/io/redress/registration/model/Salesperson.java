package io.redress.registration.model;

import io.redress.common.record.Encrypted;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The salesperson (业务员) who sold the product to the person. */
@Embeddable
public class Salesperson {

    @Encrypted
    private byte[] name;

    @Encrypted
    private byte[] phone;

    public UUID branchId;

    static Salesperson of(UUID registrationId, String name, String phone, UUID branchId) {
        var salesperson = new Salesperson();
        salesperson.name = at(registrationId, "salesperson_name").seal(name);
        salesperson.phone = at(registrationId, "salesperson_phone").seal(phone);
        salesperson.branchId = branchId;
        return salesperson;
    }

    String name(UUID registrationId) {
        return at(registrationId, "salesperson_name").open(name);
    }

    String phone(UUID registrationId) {
        return at(registrationId, "salesperson_phone").open(phone);
    }

    private static EncryptedColumn at(UUID registrationId, String column) {
        return EncryptedColumn.of("registration", registrationId, column);
    }
}
