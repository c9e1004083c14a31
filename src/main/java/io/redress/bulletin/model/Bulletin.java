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
 * The weekly report of one platform (工作周报), or of all of them: a reading of a closed week with a narrative. A {@code
 * DRAFT} is edited by hand, submitted, reviewed by somebody else, and signed: then it takes the next number of its series
 * and year, without gaps, and is frozen with its files. Until then it may be sent back with a reason. An {@code ISSUED} one
 * is corrected only by another bulletin that names it, or made {@code VOID}, which keeps the number.
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

    /** The issued bulletin this one takes the place of. */
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

    /** A draft with the words of this one, to take its place (更正). */
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

    public void edit(String newTitle, List<WrittenSection> written) {
        demandDraft();
        title = newTitle;
        Map<String, BulletinSection> known =
                sections.stream().collect(Collectors.toMap(BulletinSection::key, Function.identity()));
        sections.clear();
        written.forEach(section -> sections.add(new BulletinSection(
                section.key(),
                section.heading(),
                section.body(),
                known.containsKey(section.key()) ? known.get(section.key()).prefilled() : "")));
    }

    /** Proposes new words for the sections that are still there; what somebody wrote stays. */
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

    /** 审核, by somebody other than the one who submitted it. */
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

    /** The digest of the files it was issued as. */
    public void frozenAs(String filesDigest) {
        digest = filesDigest;
    }

    /** 作废; of an issued one only by a director, and only where no correction has replaced it. */
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

    /** 签发 takes a third person: neither who submitted it nor who reviewed it; and a correction takes one that it replaces. */
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

    /** The issued bulletin that this one takes the place of. */
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

    /** The program itself did it. */
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

    /** As {@link #correctedBy}, locked: a signature that is under way is waited for, and its outcome seen. */
    public Optional<Bulletin> lockCorrection() {
        return liveCorrection().withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** The live bulletin that takes the place of this one. */
    public Optional<Bulletin> correctedBy() {
        return liveCorrection().firstResultOptional();
    }

    private PanacheQuery<Bulletin> liveCorrection() {
        return find("correctsId = ?1 and status <> ?2", id, BulletinStatus.VOID);
    }
}
