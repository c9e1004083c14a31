package io.redress.registration.model;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.id.Ids;
import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.common.record.NotAudited;
import io.redress.common.record.SqlWrites;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * History of a registration: event, user, reason, and the net loss after it. Rows never change, except that the reason
 * can be deleted, and re-encrypted by a key rotation.
 */
@Entity
@NotAudited("says again what the registration tells")
@Immutable
@SqlWrites("retention-run, and the registration that was made anonymous")
public class RegistrationHistory extends PanacheEntityBase {

    @Id
    UUID id;

    UUID registrationId;

    @Enumerated(EnumType.STRING)
    public RegistrationEvent what;

    @Encrypted
    private byte[] reason;

    public Instant happenedAt;

    @InClear("the name of an account")
    public String happenedBy;

    public BigDecimal netLoss;

    public static void note(Registration registration, RegistrationEvent what, String reason, Instant now, String by) {
        var history = new RegistrationHistory();
        history.id = Ids.next();
        history.registrationId = registration.id;
        history.what = what;
        history.reason = history.reasonCell().seal(reason);
        history.happenedAt = now;
        history.happenedBy = by;
        history.netLoss = registration.effective().netLoss();
        history.persist();
    }

    public String reason() {
        return reasonCell().open(reason);
    }

    private EncryptedColumn reasonCell() {
        return EncryptedColumn.of("registration_history", id, "reason");
    }

    /** Deletes the reasons after the retention period, because they may describe people. No other column may change. */
    public static void forgetReasons(UUID registrationId) {
        getEntityManager()
                .createNativeQuery("update registration_history set reason = null where registration_id = ?1")
                .setParameter(1, registrationId)
                .executeUpdate();
    }

    public static List<RegistrationHistory> of(UUID registrationId) {
        return list("registrationId = ?1 order by id", registrationId);
    }
}
