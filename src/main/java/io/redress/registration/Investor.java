package io.redress.registration;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.area.AreaScope;
import io.redress.common.text.Like;
import io.redress.identity.DocumentType;
import io.redress.identity.IdentityDocument;
import io.redress.identity.PersonName;
import io.redress.identity.Sex;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/**
 * A person or organisation that put money in (集资参与人), kept once by document, however many platforms. Entered with the
 * first registration; contact details change as life does, the document only by a correction of its own. Whatever changes
 * what an investor contributes to the figures locks the investor first.
 */
@Entity
public class Investor extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Version
    long version;

    @Enumerated(EnumType.STRING)
    InvestorKind kind;

    String name;

    String namePinyin;

    String nameInitials;

    @Enumerated(EnumType.STRING)
    DocumentType documentType;

    String documentNumber;

    String phone;

    String otherPhone;

    LocalDate bornOn;

    @Enumerated(EnumType.STRING)
    Sex sex;

    /** The present village or town, or {@link io.redress.area.Area#OUTSIDE}. */
    String areaCode;

    String streetAddress;

    String emergencyName;

    String emergencyRelation;

    String emergencyPhone;

    boolean elderly;

    boolean hardship;

    Instant createdAt;

    void call(String newName) {
        name = PersonName.normalise(newName);
        namePinyin = PersonName.pinyin(name);
        nameInitials = PersonName.initials(name);
    }

    static Optional<Investor> lockByDocument(IdentityDocument document) {
        return find("documentType = ?1 and documentNumber = ?2", document.type(), document.number())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static Optional<Investor> lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    static Optional<Investor> inScope(UUID id, AreaScope scope) {
        return find("id = ?1 and areaCode like ?2", id, scope.pattern()).firstResultOptional();
    }

    static List<Investor> withNumber(String number, AreaScope scope, int limit) {
        return find("documentNumber = ?1 and areaCode like ?2 order by id", number, scope.pattern())
                .page(0, limit)
                .list();
    }

    static List<Investor> withPhone(String phone, AreaScope scope, int limit) {
        return find("(phone = ?1 or otherPhone = ?1) and areaCode like ?2 order by id", phone, scope.pattern())
                .page(0, limit)
                .list();
    }

    /** By the beginning of the name as written, or of its pinyin or initials where the text is Latin. */
    static List<Investor> called(String text, AreaScope scope, int limit) {
        if (!text.chars().allMatch(c -> c < 128)) {
            return find(
                            "name like ?1 escape '\\' and areaCode like ?2 order by id",
                            Like.beginningWith(text),
                            scope.pattern())
                    .page(0, limit)
                    .list();
        }
        return find(
                        "(nameInitials like ?1 escape '\\' or namePinyin like ?1 escape '\\' or name like ?2 escape '\\')"
                                + " and areaCode like ?3 order by id",
                        Like.beginningWith(text.toLowerCase(Locale.ROOT).replace(" ", "")),
                        Like.beginningWith(text),
                        scope.pattern())
                .page(0, limit)
                .list();
    }
}
