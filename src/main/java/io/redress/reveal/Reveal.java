package io.redress.reveal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.area.Area;
import io.redress.common.id.Ids;
import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.common.record.NotAudited;
import io.redress.common.record.SqlWrites;
import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import io.redress.privacy.EncryptedColumn;
import io.redress.registration.Register.PersonBrief;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

    /** At that time. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    Set<Role> accountRoles;

    /** Null for a list. */
    UUID investorId;

    /** Where the person lived; null for a list. */
    @InClear("a town")
    String townCode;

    /** How many people are in the list; null for one person. */
    Integer people;

    /** The approval of a list with many people. */
    UUID requestId;

    /** Names of {@code PersonalField}s in a fixed order, separated by commas. */
    @InClear("names of fields")
    String fields;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Encrypted
    private byte[] note;

    Instant revealedAt;

    /** Of one person. */
    static Reveal of(PersonBrief person, Viewer viewer, Kind kind, String fields, Stated stated, Instant now) {
        var reveal = by(viewer, kind, fields, stated, now);
        reveal.investorId = person.id();
        reveal.townCode = Area.townOf(person.areaCode());
        return reveal;
    }

    /**
     * Of a list.
     *
     * @param requestId by which approval, or null
     */
    static Reveal ofList(int people, UUID requestId, Viewer viewer, String fields, Stated stated, Instant now) {
        var reveal = by(viewer, Kind.EXPORT, fields, stated, now);
        reveal.people = people;
        reveal.requestId = requestId;
        return reveal;
    }

    private static Reveal by(Viewer viewer, Kind kind, String fields, Stated stated, Instant now) {
        var reveal = new Reveal();
        reveal.id = Ids.next();
        reveal.kind = kind;
        reveal.accountId = viewer.accountId();
        reveal.accountName = viewer.name();
        reveal.accountRoles = EnumSet.copyOf(viewer.roles());
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

    /** Looks at single persons, extracts included. */
    static long looksSince(UUID accountId, Instant moment) {
        return count(
                "accountId = ?1 and kind in ?2 and revealedAt >= ?3",
                accountId,
                List.of(Kind.LOOK, Kind.EXTRACT),
                moment);
    }

    /** The person's own, and the lists that the person was in. */
    static List<Reveal> concerning(List<UUID> investorIds, int limit) {
        return find(
                        "investorId in ?1 or id in (select person.id.revealId from RevealPerson person"
                                + " where person.id.investorId in ?1) order by id desc",
                        investorIds)
                .page(0, limit)
                .list();
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
