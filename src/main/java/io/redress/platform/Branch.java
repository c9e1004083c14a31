package io.redress.platform;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A platform's local office (分支机构): an obliged party with a contact person. Closed offices stay on record. */
@Entity
public class Branch extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @Version
    long version;

    public UUID platformId;

    @Shown
    public String name;

    @Shown
    String creditCode;

    @Shown
    public String areaCode;

    @InClear("of an office")
    String address;

    @InClear("of an office")
    String contactName;

    @InClear("of an office")
    String contactPhone;

    boolean closed;

    static Branch of(UUID platformId) {
        var branch = new Branch();
        branch.platformId = platformId;
        return branch;
    }

    void call(String newName, String newCreditCode) {
        name = newName;
        creditCode = newCreditCode;
    }

    void lieAt(String newAreaCode, String newAddress) {
        areaCode = newAreaCode;
        address = newAddress;
    }

    void speakThrough(String name, String phone) {
        contactName = name;
        contactPhone = phone;
    }

    void close(boolean isClosed) {
        closed = isClosed;
    }

    public static Optional<Branch> of(UUID platformId, UUID id) {
        return find("platformId = ?1 and id = ?2", platformId, id).firstResultOptional();
    }

    static List<Branch> ofPlatform(UUID platformId) {
        return list("platformId = ?1 order by name", platformId);
    }
}
