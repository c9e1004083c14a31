package io.redress.reveal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.account.Viewer;
import io.redress.common.id.Ids;
import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.common.record.NotAudited;
import io.redress.common.record.SqlWrites;
import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * Record of a disclosure of unmasked personal data: who saw what of whom, when and why. It is permanent; only its note
 * is deleted with the person's data, and re-encrypted by a key rotation.
 */
@Entity
@NotAudited("told by the event of the look")
@Immutable
@SqlWrites("retention-run, and the person who was made anonymous")
class Reveal extends PanacheEntityBase {

    /** In which form they were shown. */
    enum Kind implements Labelled {
        LOOK("查看明文", "Seen in clear"),
        EXTRACT("提供查阅件", "Extract given"),
        EXPORT("明文导出", "Exported in clear");

        private final Label label;

        Kind(String zh, String en) {
            label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    Kind kind;

    UUID accountId;

    @InClear("the name of an account")
    String accountName;

    /** Null for a list. */
    UUID investorId;

    /** Names of {@code PersonalField}s in a fixed order, separated by commas. */
    @InClear("names of fields")
    String fields;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Encrypted
    private byte[] note;

    Instant revealedAt;

    static Reveal by(Viewer viewer, Kind kind, UUID investorId, String fields, Stated stated, Instant now) {
        var reveal = new Reveal();
        reveal.id = Ids.next();
        reveal.kind = kind;
        reveal.accountId = viewer.accountId();
        reveal.accountName = viewer.name();
        reveal.investorId = investorId;
        reveal.fields = fields;
        reveal.purpose = stated.purpose();
        reveal.note = reveal.noteCell().seal(stated.note());
        reveal.revealedAt = now;
        return reveal;
    }

    String note() {
        return noteCell().open(note);
    }

    private EncryptedColumn noteCell() {
        return EncryptedColumn.of("reveal", id, "note");
    }

    /**
     * How long to wait until the rate limit permits the next one; empty if it does now.
     *
     * @param most limit for any period of this length
     */
    static Optional<Duration> waitFor(UUID accountId, Kind kind, int most, Duration period, Instant now) {
        List<Reveal> latest = find(
                        "accountId = ?1 and kind = ?2 and revealedAt > ?3 order by revealedAt desc",
                        accountId,
                        kind,
                        now.minus(period))
                .page(0, most)
                .list();
        return latest.size() < most
                ? Optional.empty()
                : Optional.of(
                        Duration.between(now, latest.get(most - 1).revealedAt.plus(period)));
    }

    static List<Reveal> ofInvestor(List<UUID> investorIds, UUID below, int limit) {
        return (below == null
                        ? find("investorId in ?1 order by id desc", investorIds)
                        : find("investorId in ?1 and id < ?2 order by id desc", investorIds, below))
                .page(0, limit)
                .list();
    }

    /** Deletes the notes: no other column may change. */
    static void forgetNotes(UUID investorId) {
        getEntityManager()
                .createNativeQuery("update reveal set note = null where investor_id = ?1 and note is not null")
                .setParameter(1, investorId)
                .executeUpdate();
    }
}
