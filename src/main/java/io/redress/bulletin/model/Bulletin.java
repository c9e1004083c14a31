package io.redress.bulletin.model;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import io.redress.tally.ReportingWeek;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.UuidGenerator;

/**
 * The weekly report of one platform (工作周报), or the digest of all: figures of a closed week with a narrative. A {@code
 * DRAFT} is edited, submitted, reviewed by a second person, and signed. Signing gives it the next number of its series
 * and year, without gaps, and freezes it with its files. Before that it may be sent back with a reason. An {@code
 * ISSUED} bulletin can only be corrected by another bulletin that refers to it, or made {@code VOID}, which keeps the
 * number.
 */
@Entity
public class Bulletin extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @Version
    public long version;

    /** Null for the digest of all platforms. */
    public UUID platformId;

    public UUID weekId;

    public LocalDate weekEndsOn;

    @Enumerated(EnumType.STRING)
    public BulletinStatus status;

    @InClear("public")
    public String title;

    /** The issued bulletin that this one replaces. */
    public UUID correctsId;

    @ElementCollection
    @CollectionTable(name = "bulletin_section", joinColumns = @JoinColumn(name = "bulletin_id"))
    @OrderColumn(name = "position")
    public List<BulletinSection> sections = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "bulletin_step", joinColumns = @JoinColumn(name = "bulletin_id"))
    @OrderColumn(name = "position")
    public List<BulletinStep> steps = new ArrayList<>();

    public Integer year;

    public Integer number;

    public LocalDate issuedOn;

    /** SHA-256 of the content as issued. */
    @Shown
    public String digest;

    /** @param platformId null for the digest */
    public static Bulletin draft(UUID platformId, ReportingWeek week, String title, List<BulletinSection> sections) {
        var bulletin = new Bulletin();
        bulletin.platformId = platformId;
        bulletin.weekId = week.id;
        bulletin.weekEndsOn = week.endsOn;
        bulletin.status = BulletinStatus.DRAFT;
        bulletin.title = title;
        bulletin.sections.addAll(sections);
        return bulletin;
    }

    /** Drafts a bulletin with the text of this one, to replace it (更正). */
    public Bulletin correction() {
        if (status != BulletinStatus.ISSUED) {
            throw BulletinProblems.notIssued();
        }
        var correction = new Bulletin();
        correction.platformId = platformId;
        correction.weekId = weekId;
        correction.weekEndsOn = weekEndsOn;
        correction.status = BulletinStatus.DRAFT;
        correction.title = title;
        correction.correctsId = id;
        correction.sections.addAll(sections);
        return correction;
    }

    public BulletinKind kind() {
        return platformId == null ? BulletinKind.DIGEST : BulletinKind.PLATFORM;
    }

    public boolean hasNumber() {
        return number != null;
    }

    public void edit(String newTitle, List<BulletinSection> written) {
        demandDraft();
        title = newTitle;
        Map<String, BulletinSection> known =
                sections.stream().collect(Collectors.toMap(BulletinSection::key, Function.identity()));
        sections.clear();
        written.forEach(section -> sections.add(section.after(known.get(section.key()))));
    }

    /** Proposes new text for the existing sections; sections that a person edited keep their text. */
    public void regenerate(List<BulletinSection> proposed) {
        demandDraft();
        Map<String, String> words =
                proposed.stream().collect(Collectors.toMap(BulletinSection::key, BulletinSection::body));
        sections.replaceAll(
                section -> words.containsKey(section.key()) ? section.proposing(words.get(section.key())) : section);
    }

    public void submit() {
        become(BulletinStatus.SUBMITTED);
    }

    /** 审核, not by the account that submitted it. */
    public void review(Viewer by) {
        become(BulletinStatus.REVIEWED);
        last(BulletinAction.SUBMITTED)
                .filter(step -> by.accountId().equals(step.accountId()))
                .ifPresent(step -> {
                    throw BulletinProblems.ownBulletin();
                });
    }

    public void sendBack() {
        become(BulletinStatus.DRAFT);
    }

    public void issue(int nextNumber, LocalDate day) {
        become(BulletinStatus.ISSUED);
        issuedOn = day;
        year = day.getYear();
        number = nextNumber;
    }

    /** Sets the digest of the issued content. */
    public void frozenAs(String filesDigest) {
        digest = filesDigest;
    }

    /** 作废; an issued bulletin only by a director, and only while no correction has replaced it. */
    public void makeVoid(Viewer by) {
        if (status == BulletinStatus.ISSUED && !by.is(Role.DIRECTOR)) {
            throw BulletinProblems.issuedIsVoidedByDirector();
        }
        if (status == BulletinStatus.ISSUED) {
            correctedBy().filter(Bulletin::hasNumber).ifPresent(correction -> {
                throw BulletinProblems.replaced(correction.reference());
            });
        }
        become(BulletinStatus.VOID);
    }

    /**
     * 签发 needs a third person, who neither submitted nor reviewed it. A correction can be signed only while the
     * bulletin it corrects is still issued.
     */
    public void demandSignable(Viewer by) {
        demand(BulletinStatus.ISSUED);
        var isOwn = Stream.of(BulletinAction.SUBMITTED, BulletinAction.REVIEWED)
                .flatMap(action -> last(action).stream())
                .anyMatch(step -> by.accountId().equals(step.accountId()));
        if (isOwn) {
            throw BulletinProblems.ownSignature();
        }
        corrected().filter(original -> original.status != BulletinStatus.ISSUED).ifPresent(original -> {
            throw BulletinProblems.correctsVoid();
        });
    }

    /** The issued bulletin that this one replaces. */
    public Optional<Bulletin> corrected() {
        return correctsId == null ? Optional.empty() : ofId(correctsId);
    }

    private void demandDraft() {
        if (status != BulletinStatus.DRAFT) {
            throw BulletinProblems.notADraft(status, year, number);
        }
    }

    private void become(BulletinStatus next) {
        demand(next);
        status = next;
    }

    private void demand(BulletinStatus next) {
        if (!status.canBecome(next)) {
            throw BulletinProblems.notPossible(status, next, year, number);
        }
    }

    public void took(BulletinAction action, Viewer by, Instant now, String reason) {
        steps.add(new BulletinStep(action, by.accountId(), by.name(), now, reason));
    }

    /** A step that the service took by itself. */
    public void tookByItself(BulletinAction action, Instant now) {
        steps.add(new BulletinStep(action, null, "自动拟稿", now, null));
    }

    Optional<BulletinStep> last(BulletinAction action) {
        return steps.stream().filter(step -> step.action() == action).reduce((earlier, later) -> later);
    }

    /** As printed: 2021年第12期. */
    public String reference() {
        return "%d年第%d期".formatted(year, number);
    }

    public static Optional<Bulletin> ofId(UUID id) {
        return findByIdOptional(id);
    }

    public static Optional<Bulletin> lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** @param platformId null for the digest */
    public static boolean isDrafted(UUID platformId, ReportingWeek week) {
        return count(
                        "weekId = ?1 and status <> ?2 and correctsId is null and platformId is not distinct from ?3",
                        week.id,
                        BulletinStatus.VOID,
                        platformId)
                > 0;
    }

    /** Like {@link #correctedBy}, with a row lock: waits for a signature in progress and sees its outcome. */
    public Optional<Bulletin> lockCorrection() {
        return liveCorrection().withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** The correction of this bulletin that is not void. */
    public Optional<Bulletin> correctedBy() {
        return liveCorrection().firstResultOptional();
    }

    private PanacheQuery<Bulletin> liveCorrection() {
        return find("correctsId = ?1 and status <> ?2", id, BulletinStatus.VOID);
    }
}
