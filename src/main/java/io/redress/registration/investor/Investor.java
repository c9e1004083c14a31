package io.redress.registration.investor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.area.AreaScope;
import io.redress.area.Place;
import io.redress.common.id.Ids;
import io.redress.common.record.Encrypted;
import io.redress.common.record.Hidden;
import io.redress.common.record.InClear;
import io.redress.identity.DocumentType;
import io.redress.identity.IdentityDocument;
import io.redress.identity.PersonName;
import io.redress.identity.Sex;
import io.redress.privacy.BlindIndex;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Person or organisation that invested (集资参与人), stored once per document, whatever the number of platforms. It is
 * created with the first registration. Contact data changes freely, the document only by a specific correction. If a
 * person turns out to be known by two documents, the records are merged: one gets all registrations. The other stays
 * for its document and phones, so that either finds the person. Every change of an investor's contribution to the
 * figures locks the investor first.
 */
@Entity
public class Investor extends PanacheEntityBase {

    private static final String ENDED_BEFORE =
            "from Investor i where i.anonymisedAt is null and exists (select 1 from Registration r where r.investor = i)"
                    + " and not exists (select 1 from Registration r left join Registration t on t.id = r.mergedIntoId"
                    + " where r.investor = i and (r.endedAt is null or r.endedAt >= ?1"
                    + " or t.id is not null and (t.endedAt is null or t.endedAt >= ?1)))";
    private static final String ANONYMOUS = "已匿名";

    @Id
    public UUID id;

    @Version
    public long version;

    @Enumerated(EnumType.STRING)
    public InvestorKind kind;

    /** Found by its {@link NameToken}s. */
    @Encrypted
    private byte[] name;

    @Enumerated(EnumType.STRING)
    public DocumentType documentType;

    @Encrypted
    private byte[] documentNumber;

    @InClear("a keyed index (HMAC), by which the number is found")
    private byte[] documentIndex;

    @Encrypted
    private byte[] phone;

    @InClear("a keyed index (HMAC), by which the number is found")
    private byte[] phoneIndex;

    @Encrypted
    private byte[] otherPhone;

    @InClear("a keyed index (HMAC), by which the number is found")
    private byte[] otherPhoneIndex;

    /** Encrypted like a resident number, because with area and sex it would reveal one. */
    @Encrypted
    @Hidden
    private byte[] bornOn;

    @Hidden
    @Enumerated(EnumType.STRING)
    public Sex sex;

    /** The present village or town, or {@link io.redress.area.Area#OUTSIDE}. */
    @InClear("the scope of every list")
    public String areaCode;

    @Encrypted
    private byte[] streetAddress;

    @Encrypted
    private byte[] emergencyName;

    @Encrypted
    private byte[] emergencyRelation;

    @Encrypted
    private byte[] emergencyPhone;

    @Hidden
    public boolean elderly;

    @Hidden
    public boolean hardship;

    Instant createdAt;

    Instant anonymisedAt;

    /** The record of the same person that has the registrations; null if this record was not merged. */
    public UUID mergedIntoId;

    /** A new record; the caller has to set identity and contact data. */
    public static Investor newcomer(Instant now) {
        var newcomer = new Investor();
        newcomer.id = Ids.next();
        newcomer.createdAt = now;
        return newcomer;
    }

    /** Sets the document, and the day of birth from the document or, if it has none, from the form. */
    public void identify(IdentityDocument document, LocalDate bornOnByForm) {
        documentType = document.type();
        documentNumber = at("document_number").seal(document.number());
        documentIndex = BlindIndex.DOCUMENT_NUMBER.of(document.lifelongNumber());
        var born = document.bornOn().orElse(bornOnByForm);
        bornOn = at("born_on").seal(born == null ? null : born.toString());
    }

    /** For a mistyped or replaced document. If the new one contains no birthday or sex, they stay. */
    public void correct(IdentityDocument document, LocalDate bornOnByForm, Sex sexByForm) {
        identify(document, bornOnByForm == null ? bornOn() : bornOnByForm);
        sex = document.sex().orElse(sexByForm == null ? sex : sexByForm);
    }

    public void forget(ContactField field) {
        switch (field) {
            case PHONE -> reachBy(null, otherPhone());
            case OTHER_PHONE -> reachBy(phone(), null);
            case EMERGENCY_CONTACT -> reachInEmergency(null, null, null);
        }
    }

    void reachBy(String phone, String otherPhone) {
        this.phone = at("phone").seal(phone, this.phone);
        phoneIndex = BlindIndex.PHONE.of(phone);
        this.otherPhone = at("other_phone").seal(otherPhone, this.otherPhone);
        otherPhoneIndex = BlindIndex.PHONE.of(otherPhone);
    }

    void reachInEmergency(String name, String relation, String phone) {
        emergencyName = at("emergency_name").seal(name, emergencyName);
        emergencyRelation = at("emergency_relation").seal(relation, emergencyRelation);
        emergencyPhone = at("emergency_phone").seal(phone, emergencyPhone);
    }

    public void liveAt(Place place) {
        changeTokens(() -> areaCode = place.areaCode());
        streetAddress = at("street_address").seal(place.street(), streetAddress);
    }

    public String name() {
        return at("name").open(name);
    }

    public IdentityDocument document() {
        return new IdentityDocument(documentType, documentNumber());
    }

    public String documentNumber() {
        return at("document_number").open(documentNumber);
    }

    public String phone() {
        return at("phone").open(phone);
    }

    public String otherPhone() {
        return at("other_phone").open(otherPhone);
    }

    public LocalDate bornOn() {
        return bornOn == null ? null : LocalDate.parse(at("born_on").open(bornOn));
    }

    public String streetAddress() {
        return at("street_address").open(streetAddress);
    }

    public String emergencyName() {
        return at("emergency_name").open(emergencyName);
    }

    public String emergencyRelation() {
        return at("emergency_relation").open(emergencyRelation);
    }

    public String emergencyPhone() {
        return at("emergency_phone").open(emergencyPhone);
    }

    private EncryptedColumn at(String column) {
        return cell(id, column);
    }

    public static EncryptedColumn cell(UUID id, String column) {
        return EncryptedColumn.of("investor", id, column);
    }

    /** Removes all personal data; what the figures need stays. The id keeps the blind index unique. */
    public void anonymise(Instant now) {
        changeTokens(() -> anonymisedAt = now);
        name = at("name").seal(ANONYMOUS);
        documentNumber = at("document_number").seal(ANONYMOUS);
        documentIndex = BlindIndex.DOCUMENT_NUMBER.of(ANONYMOUS + id);
        bornOn = null;
        sex = null;
        reachBy(null, null);
        reachInEmergency(null, null, null);
        streetAddress = null;
    }

    /** Elderly (高龄) or in hardship (特困): both have priority. */
    public void needCare(boolean isElderly, boolean isInHardship) {
        elderly = isElderly;
        hardship = isInHardship;
    }

    /** Data from the form; the document may not contain it. */
    public void describe(InvestorKind newKind, Sex newSex) {
        kind = newKind;
        sex = newSex;
    }

    /** Marks this record as the same person as the other, which has the registrations from now on. */
    public void mergeInto(Investor other) {
        changeTokens(() -> mergedIntoId = other.id);
    }

    public void standForItself() {
        changeTokens(() -> mergedIntoId = null);
    }

    /**
     * Demands that the record can still change: it is neither merged nor anonymous.
     *
     * @throws io.redress.common.problem.Problem 409 if it is merged or anonymous
     */
    public void demandOpen() {
        if (isAnonymous()) {
            throw InvestorProblems.anonymous();
        }
        if (mergedIntoId != null) {
            throw InvestorProblems.personMerged(person().id);
        }
    }

    /** The record that has the registrations: this one, or the last one in its chain of merges. */
    public Investor person() {
        return mergedIntoId == null
                ? this
                : Investor.<Investor>findById(mergedIntoId).person();
    }

    /** Like {@link #person()}, but locks every record on the way, each merged one before its target. */
    public Investor lockPerson() {
        return mergedIntoId == null ? this : lock(mergedIntoId).orElseThrow().lockPerson();
    }

    /** All records of the person; this one comes first. */
    public List<Investor> records() {
        var records = new ArrayList<>(List.of(this));
        for (var i = 0; i < records.size(); i++) {
            records.addAll(list("mergedIntoId = ?1 order by id", records.get(i).id));
        }
        return records;
    }

    public void call(String newName) {
        changeTokens(() -> name = at("name").seal(PersonName.normalise(newName), name));
    }

    /** Enters a newcomer, who is found by name from now on. */
    public void enter() {
        persist();
        NameTokens.of(this).write();
    }

    /**
     * The tokens of a name are written together with it. The lock keeps out the job that indexes names from before the
     * tokens, which leaves the version as it is.
     */
    private void changeTokens(Runnable change) {
        if (!isPersistent()) {
            change.run();
            return;
        }
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_WRITE);
        var before = NameTokens.of(this);
        change.run();
        NameTokens.of(this).replace(before);
    }

    boolean isAnonymous() {
        return anonymisedAt != null;
    }

    public static Optional<Investor> lockByDocument(IdentityDocument document) {
        return find(
                        "documentType = ?1 and documentIndex = ?2",
                        document.type(),
                        BlindIndex.DOCUMENT_NUMBER.of(document.lifelongNumber()))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    public static Optional<Investor> lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The person of this record, if they live in the viewer's areas. */
    public static Optional<Investor> inScope(UUID id, AreaScope scope) {
        return Investor.<Investor>findByIdOptional(id)
                .map(Investor::person)
                .filter(person -> scope.includes(person.areaCode));
    }

    /** Records in the viewer's areas, and merged records, whose person may live there. */
    private static String scoped(int parameter) {
        return "(areaCode like ?" + parameter + " or mergedIntoId is not null) order by id";
    }

    public static List<Investor> withNumber(String number, AreaScope scope, int limit) {
        return find(
                        "(documentIndex = ?1 or documentIndex = ?2 and documentType in ?3) and " + scoped(4),
                        BlindIndex.DOCUMENT_NUMBER.of(number),
                        BlindIndex.DOCUMENT_NUMBER.of(IdentityDocument.lifelong(number)),
                        DocumentType.RENEWED,
                        scope.pattern())
                .page(0, limit)
                .list();
    }

    public static List<Investor> withPhone(String phone, AreaScope scope, int limit) {
        return find(
                        "(phoneIndex = ?1 or otherPhoneIndex = ?1) and " + scoped(2),
                        BlindIndex.PHONE.of(phone),
                        scope.pattern())
                .page(0, limit)
                .list();
    }

    private record Named(UUID id, byte[] name) {

        boolean isCalled(String text) {
            return text.equals(cell(id, "name").open(name));
        }
    }

    /** Another record in these areas with the same kind and name and a common phone. */
    public Optional<Investor> namesake(AreaScope scope) {
        var phones =
                Stream.of(phoneIndex, otherPhoneIndex).filter(Objects::nonNull).toList();
        if (phones.isEmpty()) {
            return Optional.empty();
        }
        var ownName = name();
        return find(
                        "select id, name from Investor where (phoneIndex in ?1 or otherPhoneIndex in ?1) and kind = ?2"
                                + " and areaCode like ?3 and id <> ?4 order by id",
                        phones,
                        kind,
                        scope.pattern(),
                        id)
                .project(Named.class)
                .list()
                .stream()
                .filter(other -> other.isCalled(ownName))
                .findFirst()
                .map(other -> findById(other.id()));
    }

    /** Investors who are not anonymous yet and whose last registration ended before this moment. */
    public static List<Investor> lockEndedBefore(Instant moment, int limit) {
        return find(ENDED_BEFORE + " order by i.id", moment)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }

    public static long countEndedBefore(Instant moment) {
        return count(ENDED_BEFORE, moment);
    }
}
