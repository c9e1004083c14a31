package io.redress.registration.model;

import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The salesperson (业务员) who sold the product to the person. */
@Embeddable
public class Salesperson {

    @InClear("a name, searched by its beginning")
    public String name;

    @Encrypted
    private byte[] phone;

    public UUID branchId;

    static Salesperson of(UUID registrationId, String name, String phone, UUID branchId) {
        var salesperson = new Salesperson();
        salesperson.name = name;
        salesperson.phone = phoneAt(registrationId).seal(phone);
        salesperson.branchId = branchId;
        return salesperson;
    }

    String phone(UUID registrationId) {
        return phoneAt(registrationId).open(phone);
    }

    private static EncryptedColumn phoneAt(UUID registrationId) {
        return EncryptedColumn.of("registration", registrationId, "salesperson_phone");
    }
}
