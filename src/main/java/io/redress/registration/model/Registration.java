package io.redress.registration.model;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.id.Ids;
import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import io.redress.platform.LossFormula;
import io.redress.privacy.EncryptedColumn;
import io.redress.registration.investor.Investor;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/**
 * One investor × one platform (受理登记), with a number the person takes home. {@code RECEIVED} when it is taken in,
 * {@code VERIFIED} once somebody has compared the papers with what was declared; it ends {@code WITHDRAWN} by the person,
 * {@code MERGED} into another registration of the same platform, or {@code REFUSED}, each with a reason, and then stays as
 * it was. A live one is the only live one of its investor on its platform.
 */
@Entity
public class Registration extends PanacheEntityBase {

    @Id
    public UUID id;

    @Version
    public long version;

    @Shown
    public String number;

    public UUID platformId;

    @ManyToOne(fetch = FetchType.LAZY)
    public Investor investor;

    /** The record of the document it was taken in by, where the person's registrations were given to another one. */
    public UUID receivedAsId;

    @Enumerated(EnumType.STRING)
    public RegistrationStatus status;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    public Instant receivedAt;

    @InClear("the name of an account")
    public String receivedBy;

    @Embedded
    @EmbeddedColumnNaming("agent_%s")
    public Agent agent;

    @ElementCollection
    @CollectionTable(name = "platform_account", joinColumns = @JoinColumn(name = "registration_id"))
    @OrderColumn(name = "position")
    private List<PlatformAccount.Stored> platformAccounts = new ArrayList<>();

    @OneToMany(mappedBy = "registration", cascade = CascadeType.ALL, orphanRemoval = true)
    @OptimisticLock(excluded = false)
    @OrderBy("position")
    public List<Investment> investments = new ArrayList<>();

    @OneToMany(mappedBy = "registration", cascade = CascadeType.ALL, orphanRemoval = true)
    @OptimisticLock(excluded = false)
    @OrderBy("position")
    public List<Repayment> repayments = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    public Set<EvidenceKind> evidenceShown = EnumSet.noneOf(EvidenceKind.class);

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    public Set<Notice> noticesGiven = EnumSet.noneOf(Notice.class);

    @Embedded
    @EmbeddedColumnNaming("salesperson_%s")
    private Salesperson salesperson;

    /** 疑似协助人: sold the platform's products as well; counted apart, with no effect on how the claim is handled. */
    public boolean actedAsSalesperson;

    @Embedded
    @EmbeddedColumnNaming("police_%s")
    private PoliceReport.Stored policeReport;

    @Encrypted
    private byte[] remark;

    @Embedded
    @EmbeddedColumnNaming("declared_%s")
    public Totals declared;

    @Embedded
    @EmbeddedColumnNaming("verified_%s")
    public Totals verified;

    @Embedded
    @EmbeddedColumnNaming("adjudicated_%s")
    public Totals adjudicated;

    public UUID mergedIntoId;

    @Encrypted
    private byte[] endReason;

    public Instant endedAt;

    /** One that is being taken in. */
    public static Registration draft() {
        var draft = new Registration();
        draft.id = Ids.next();
        draft.status = RegistrationStatus.RECEIVED;
        return draft;
    }

    /** As it was told at the counter or over the phone, or came from another system. */
    public void toldBy(Channel how, Agent forThem) {
        channel = how;
        agent = forThem;
    }

    /** Taken in: from now on it counts. */
    public void receive(Investor by, UUID onPlatform, String newNumber, String clerk, Instant now) {
        investor = by;
        platformId = onPlatform;
        number = newNumber;
        receivedBy = clerk;
        receivedAt = now;
    }

    /** By a document of another record of the same person. */
    public void receivedAs(Investor record) {
        receivedAsId = record.id;
    }

    /** What the lines come to, by the formula of the platform. */
    public void reckon(LossFormula formula) {
        declared = Totals.of(investments, repayments, formula);
    }

    public void show(Set<EvidenceKind> papers) {
        evidenceShown = copy(papers, EvidenceKind.class);
    }

    public void showAlso(EvidenceKind paper) {
        evidenceShown = union(evidenceShown, Set.of(paper), EvidenceKind.class);
    }

    public void inform(Set<Notice> notices) {
        noticesGiven = copy(notices, Notice.class);
    }

    public void remark(String newRemark) {
        remark = at("remark").seal(newRemark, remark);
    }

    public String remark() {
        return at("remark").open(remark);
    }

    public String endReason() {
        return at("end_reason").open(endReason);
    }

    private EncryptedColumn at(String column) {
        return EncryptedColumn.of("registration", id, column);
    }

    public void actAsSalesperson(boolean acted) {
        actedAsSalesperson = acted;
    }

    /** What it was merged into has been merged itself. */
    public void liveOnIn(Registration other) {
        mergedIntoId = other.id;
    }

    private static <E extends Enum<E>> Set<E> copy(Set<E> given, Class<E> type) {
        return union(given == null ? Set.of() : given, Set.of(), type);
    }

    /** Accounts held with the platform, in the order they were told. */
    public List<PlatformAccount> accounts() {
        return IntStream.range(0, platformAccounts.size())
                .mapToObj(position -> platformAccounts.get(position).open(id, position))
                .toList();
    }

    public void addAccount(PlatformAccount account) {
        platformAccounts.add(PlatformAccount.Stored.of(account, id, platformAccounts.size()));
    }

    public void soldBy(String name, String phone, UUID branchId) {
        salesperson = Salesperson.of(id, name, phone, branchId);
    }

    public Optional<Salesperson> salesperson() {
        return Optional.ofNullable(salesperson);
    }

    public String salespersonName() {
        return salesperson == null ? null : salesperson.name(id);
    }

    public String salespersonPhone() {
        return salesperson == null ? null : salesperson.phone(id);
    }

    /** The best established totals: adjudicated before verified before declared. */
    public Totals effective() {
        return adjudicated != null ? adjudicated : verified != null ? verified : declared;
    }

    public boolean isPoliceReported() {
        return policeReport != null;
    }

    public void verify(Totals totals) {
        become(RegistrationStatus.VERIFIED);
        verified = totals;
    }

    public void adjudicate(Totals totals) {
        demandLive();
        adjudicated = totals;
    }

    /** People were merged, or a merge was undone: it is the other record's now. */
    public void handTo(Investor other) {
        var receivedAs = receivedAs();
        receivedAsId = receivedAs.equals(other.id) ? null : receivedAs;
        investor = other;
    }

    /** Whether it was taken in by a document of one of these records. */
    public boolean wasReceivedAs(Collection<Investor> records) {
        return records.stream().anyMatch(record -> record.id.equals(receivedAs()));
    }

    private UUID receivedAs() {
        return receivedAsId == null ? investor.id : receivedAsId;
    }

    /** What somebody with the old number asks for now; null unless it was merged. */
    public String mergedIntoNumber() {
        return mergedIntoId == null ? null : Registration.<Registration>findById(mergedIntoId).number;
    }

    /** Itself while it is live, or the live one into which it was merged. */
    public Optional<Registration> whereItLives() {
        if (status.isLive()) {
            return Optional.of(this);
        }
        return mergedIntoId == null
                ? Optional.empty()
                : Registration.<Registration>findByIdOptional(mergedIntoId).flatMap(Registration::whereItLives);
    }

    public void withdraw(String reason, Instant now) {
        end(RegistrationStatus.WITHDRAWN, reason, now);
    }

    public void refuse(String reason, Instant now) {
        end(RegistrationStatus.REFUSED, reason, now);
    }

    /**
     * Ends in another registration of the same person, which takes over what is known: papers shown, notices, accounts, the
     * report to the police, and that they sold the platform's products.
     */
    public void mergeInto(Registration other, String reason, Instant now) {
        end(RegistrationStatus.MERGED, reason, now);
        mergedIntoId = other.id;
        other.evidenceShown = union(evidenceShown, other.evidenceShown, EvidenceKind.class);
        other.noticesGiven = union(noticesGiven, other.noticesGiven, Notice.class);
        accounts().stream()
                .filter(account -> !other.accounts().contains(account))
                .forEach(other::addAccount);
        other.actedAsSalesperson |= actedAsSalesperson;
        if (!other.isPoliceReported()) {
            other.reportedToPolice(policeReport());
        }
    }

    /**
     * Takes over the amounts of another one. Established totals cannot be added to declared ones, so where either has been
     * verified or adjudicated the amounts are corrected and verified by hand after the merge.
     */
    public void takeAmounts(Registration from, LossFormula formula) {
        if (isEstablished() || from.isEstablished()) {
            throw RegistrationProblems.carryAfterVerification();
        }
        from.investments.forEach(investment -> add(investment.copy()));
        from.repayments.forEach(repayment -> add(repayment.copy()));
        reckon(formula);
    }

    private boolean isEstablished() {
        return verified != null || adjudicated != null;
    }

    private static <E extends Enum<E>> Set<E> union(Set<E> one, Set<E> other, Class<E> type) {
        var union = EnumSet.noneOf(type);
        union.addAll(one);
        union.addAll(other);
        return union;
    }

    public void replaceInvestments(List<Investment> told) {
        investments.clear();
        told.forEach(this::add);
    }

    public void replaceRepayments(List<Repayment> told) {
        repayments.clear();
        told.forEach(this::add);
    }

    private void add(Investment investment) {
        investment.belongTo(this, investments.size());
        investments.add(investment);
    }

    private void add(Repayment repayment) {
        repayment.belongTo(this, repayments.size());
        repayments.add(repayment);
    }

    /** @param report null when the person has not reported to the police */
    public void reportedToPolice(PoliceReport report) {
        policeReport = report == null ? null : PoliceReport.Stored.of(report, id, policeReport);
    }

    /** Null when the person has not reported to the police. */
    public PoliceReport policeReport() {
        return policeReport == null ? null : policeReport.open(id);
    }

    public void demandLive() {
        if (!status.isLive()) {
            throw RegistrationProblems.hasEnded(number, status);
        }
    }

    private void end(RegistrationStatus how, String reason, Instant now) {
        become(how);
        endReason = at("end_reason").seal(reason);
        endedAt = now;
    }

    private void become(RegistrationStatus next) {
        if (!status.canBecome(next)) {
            throw RegistrationProblems.hasEnded(number, status);
        }
        status = next;
    }

    /** What could tell who it was about goes; amounts, days and the number stay for the figures and the archive. */
    public void anonymise() {
        agent = null;
        platformAccounts.clear();
        investments.forEach(Investment::anonymise);
        salesperson().ifPresent(sold -> soldBy(null, null, sold.branchId));
        policeReport = policeReport == null ? null : policeReport.anonymised();
        remark = null;
        endReason = endReason == null ? null : at("end_reason").seal("已匿名");
    }

    /** People may have been merged while one waited for the lock: then the registration is another one's. */
    Registration lockedWith(Investor locked) {
        if (investor.id.equals(locked.id)) {
            return this;
        }
        var other = Investor.lock(investor.id).orElseThrow();
        getEntityManager().refresh(this);
        return lockedWith(other);
    }
}
