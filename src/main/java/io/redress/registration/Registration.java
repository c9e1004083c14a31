package io.redress.registration;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.area.AreaScope;
import io.redress.common.id.Ids;
import io.redress.platform.LossFormula;
import io.redress.privacy.Cell;
import io.redress.registration.InvestorView.RegistrationMention;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    UUID id;

    @Version
    long version;

    String number;

    UUID platformId;

    @ManyToOne(fetch = FetchType.LAZY)
    Investor investor;

    /** The record of the document it was taken in by, where the person's registrations were given to another one. */
    UUID receivedAsId;

    @Enumerated(EnumType.STRING)
    RegistrationStatus status;

    @Enumerated(EnumType.STRING)
    Channel channel;

    Instant receivedAt;

    String receivedBy;

    @Embedded
    @AttributeOverride(name = "capacity", column = @Column(name = "agent_capacity"))
    @AttributeOverride(name = "name", column = @Column(name = "agent_name"))
    @AttributeOverride(name = "documentType", column = @Column(name = "agent_document_type"))
    @AttributeOverride(name = "documentNumber", column = @Column(name = "agent_document_number"))
    @AttributeOverride(name = "phone", column = @Column(name = "agent_phone"))
    @AttributeOverride(name = "relation", column = @Column(name = "agent_relation"))
    @AttributeOverride(name = "papers", column = @Column(name = "agent_papers"))
    Agent agent;

    @ElementCollection
    @CollectionTable(name = "platform_account", joinColumns = @JoinColumn(name = "registration_id"))
    @OrderColumn(name = "position")
    private List<HeldAccount> platformAccounts = new ArrayList<>();

    @OneToMany(mappedBy = "registration", cascade = CascadeType.ALL, orphanRemoval = true)
    @OptimisticLock(excluded = false)
    @OrderBy("position")
    List<Investment> investments = new ArrayList<>();

    @OneToMany(mappedBy = "registration", cascade = CascadeType.ALL, orphanRemoval = true)
    @OptimisticLock(excluded = false)
    @OrderBy("position")
    List<Repayment> repayments = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    Set<EvidenceKind> evidenceShown = EnumSet.noneOf(EvidenceKind.class);

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    Set<Notice> noticesGiven = EnumSet.noneOf(Notice.class);

    String salespersonName;

    private byte[] salespersonPhone;

    UUID salespersonBranchId;

    /** 疑似协助人: sold the platform's products as well; counted apart, with no effect on how the claim is handled. */
    boolean actedAsSalesperson;

    String policeAuthority;

    String policeReceiptNumber;

    LocalDate policeReportedOn;

    String remark;

    @Embedded
    @AttributeOverride(name = "principal", column = @Column(name = "declared_principal"))
    @AttributeOverride(name = "principalRepaid", column = @Column(name = "declared_principal_repaid"))
    @AttributeOverride(name = "returnsPaid", column = @Column(name = "declared_returns_paid"))
    @AttributeOverride(name = "consumption", column = @Column(name = "declared_consumption"))
    @AttributeOverride(name = "goodsReceived", column = @Column(name = "declared_goods_received"))
    @AttributeOverride(name = "netLoss", column = @Column(name = "declared_net_loss"))
    Totals declared;

    @Embedded
    @AttributeOverride(name = "principal", column = @Column(name = "verified_principal"))
    @AttributeOverride(name = "principalRepaid", column = @Column(name = "verified_principal_repaid"))
    @AttributeOverride(name = "returnsPaid", column = @Column(name = "verified_returns_paid"))
    @AttributeOverride(name = "consumption", column = @Column(name = "verified_consumption"))
    @AttributeOverride(name = "goodsReceived", column = @Column(name = "verified_goods_received"))
    @AttributeOverride(name = "netLoss", column = @Column(name = "verified_net_loss"))
    Totals verified;

    @Embedded
    @AttributeOverride(name = "principal", column = @Column(name = "adjudicated_principal"))
    @AttributeOverride(name = "principalRepaid", column = @Column(name = "adjudicated_principal_repaid"))
    @AttributeOverride(name = "returnsPaid", column = @Column(name = "adjudicated_returns_paid"))
    @AttributeOverride(name = "consumption", column = @Column(name = "adjudicated_consumption"))
    @AttributeOverride(name = "goodsReceived", column = @Column(name = "adjudicated_goods_received"))
    @AttributeOverride(name = "netLoss", column = @Column(name = "adjudicated_net_loss"))
    Totals adjudicated;

    UUID mergedIntoId;

    String endReason;

    Instant endedAt;

    /** One that is being taken in. */
    static Registration draft() {
        var draft = new Registration();
        draft.id = Ids.next();
        draft.status = RegistrationStatus.RECEIVED;
        return draft;
    }

    /** Accounts held with the platform, in the order they were told. */
    List<PlatformAccount> accounts() {
        return IntStream.range(0, platformAccounts.size())
                .mapToObj(position -> platformAccounts.get(position).open(id, position))
                .toList();
    }

    void addAccount(PlatformAccount account) {
        platformAccounts.add(HeldAccount.of(account, id, platformAccounts.size()));
    }

    void soldBy(String name, String phone, UUID branchId) {
        salespersonName = name;
        salespersonPhone = salespersonPhoneAt().seal(phone);
        salespersonBranchId = branchId;
    }

    String salespersonPhone() {
        return salespersonPhoneAt().open(salespersonPhone);
    }

    private Cell salespersonPhoneAt() {
        return Cell.of("registration", id, "salesperson_phone");
    }

    /** The best established totals: adjudicated before verified before declared. */
    Totals effective() {
        return adjudicated != null ? adjudicated : verified != null ? verified : declared;
    }

    boolean isPoliceReported() {
        return policeReportedOn != null;
    }

    void verify(Totals totals) {
        become(RegistrationStatus.VERIFIED);
        verified = totals;
    }

    void adjudicate(Totals totals) {
        demandLive();
        adjudicated = totals;
    }

    /** People were merged, or a merge was undone: it is the other record's now. */
    void handTo(Investor other) {
        var receivedAs = receivedAs();
        receivedAsId = receivedAs.equals(other.id) ? null : receivedAs;
        investor = other;
    }

    /** Whether it was taken in by a document of one of these records. */
    boolean wasReceivedAs(Collection<Investor> records) {
        return records.stream().anyMatch(record -> record.id.equals(receivedAs()));
    }

    private UUID receivedAs() {
        return receivedAsId == null ? investor.id : receivedAsId;
    }

    /** What somebody with the old number asks for now; null unless it was merged. */
    String mergedIntoNumber() {
        return mergedIntoId == null ? null : Registration.<Registration>findById(mergedIntoId).number;
    }

    /** Itself while it is live, or the live one into which it was merged. */
    Optional<Registration> whereItLives() {
        if (status.isLive()) {
            return Optional.of(this);
        }
        return mergedIntoId == null
                ? Optional.empty()
                : Registration.<Registration>findByIdOptional(mergedIntoId).flatMap(Registration::whereItLives);
    }

    void withdraw(String reason, Instant now) {
        end(RegistrationStatus.WITHDRAWN, reason, now);
    }

    void refuse(String reason, Instant now) {
        end(RegistrationStatus.REFUSED, reason, now);
    }

    /**
     * Ends in another registration of the same person, which takes over what is known: papers shown, notices, accounts, the
     * report to the police, and that they sold the platform's products.
     */
    void mergeInto(Registration other, String reason, Instant now) {
        end(RegistrationStatus.MERGED, reason, now);
        mergedIntoId = other.id;
        other.evidenceShown = union(evidenceShown, other.evidenceShown, EvidenceKind.class);
        other.noticesGiven = union(noticesGiven, other.noticesGiven, Notice.class);
        accounts().stream()
                .filter(account -> !other.accounts().contains(account))
                .forEach(other::addAccount);
        other.actedAsSalesperson |= actedAsSalesperson;
        if (!other.isPoliceReported()) {
            other.policeAuthority = policeAuthority;
            other.policeReceiptNumber = policeReceiptNumber;
            other.policeReportedOn = policeReportedOn;
        }
    }

    /**
     * Takes over the amounts of another one. Established totals cannot be added to declared ones, so where either has been
     * verified or adjudicated the amounts are corrected and verified by hand after the merge.
     */
    void takeAmounts(Registration from, LossFormula formula) {
        if (isEstablished() || from.isEstablished()) {
            throw RegistrationProblems.carryAfterVerification();
        }
        from.investments.forEach(line -> investments.add(InvestmentLine.of(line).of(this, investments.size())));
        from.repayments.forEach(line -> repayments.add(RepaymentLine.of(line).of(this, repayments.size())));
        declared = Totals.of(investments, repayments, formula);
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

    void replaceInvestments(List<InvestmentLine> lines) {
        investments.clear();
        lines.forEach(line -> investments.add(line.of(this, investments.size())));
    }

    void replaceRepayments(List<RepaymentLine> lines) {
        repayments.clear();
        lines.forEach(line -> repayments.add(line.of(this, repayments.size())));
    }

    void replacePoliceReport(PoliceReport report) {
        policeAuthority = report == null ? null : report.authority();
        policeReceiptNumber = report == null ? null : report.receiptNumber();
        policeReportedOn = report == null ? null : report.reportedOn();
    }

    void demandLive() {
        if (!status.isLive()) {
            throw RegistrationProblems.hasEnded(number, status);
        }
    }

    private void end(RegistrationStatus how, String reason, Instant now) {
        become(how);
        endReason = reason;
        endedAt = now;
    }

    private void become(RegistrationStatus next) {
        if (!status.canBecome(next)) {
            throw RegistrationProblems.hasEnded(number, status);
        }
        status = next;
    }

    /** What could tell who it was about goes; amounts, days and the number stay for the figures and the archive. */
    void anonymise() {
        agent = null;
        platformAccounts.clear();
        investments.forEach(Investment::anonymise);
        soldBy(null, null, salespersonBranchId);
        policeReceiptNumber = null;
        remark = null;
        endReason = endReason == null ? null : "已匿名";
    }

    static Optional<Registration> inScope(UUID id, AreaScope scope) {
        return find(
                        "from Registration r join fetch r.investor i where r.id = ?1 and i.areaCode like ?2",
                        id,
                        scope.pattern())
                .firstResultOptional();
    }

    /**
     * The registration, read after its investor is locked: what was read before may have changed while waiting for the lock.
     */
    static Optional<Registration> lockWithInvestor(UUID id, AreaScope scope) {
        Optional<UUID> investorId = find(
                        "select r.investor.id from Registration r where r.id = ?1 and r.investor.areaCode like ?2",
                        id,
                        scope.pattern())
                .project(UUID.class)
                .firstResultOptional();
        return investorId
                .flatMap(Investor::lock)
                .flatMap(locked -> inScope(id, scope).map(registration -> registration.lockedWith(locked)));
    }

    /** People may have been merged while one waited for the lock: then the registration is another one's. */
    private Registration lockedWith(Investor locked) {
        if (investor.id.equals(locked.id)) {
            return this;
        }
        var other = Investor.lock(investor.id).orElseThrow();
        getEntityManager().refresh(this);
        return lockedWith(other);
    }

    static Optional<UUID> investorOf(UUID id) {
        return find("select r.investor.id from Registration r where r.id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    static List<Registration> numbered(String number, AreaScope scope) {
        return list(
                "from Registration r join fetch r.investor i where r.number = ?1 and i.areaCode like ?2",
                number.strip(),
                scope.pattern());
    }

    /** What ended in this one. */
    static List<Registration> mergedInto(UUID id) {
        return list("mergedIntoId = ?1 order by id", id);
    }

    static List<Registration> ofInvestor(UUID investorId) {
        return list("investor.id = ?1 order by id", investorId);
    }

    /** What is mentioned of the registrations of these investors, and whose they are: nobody reads whole ones to name them. */
    static Map<UUID, List<RegistrationMention>> mentionsOf(List<UUID> investorIds) {
        if (investorIds.isEmpty()) {
            return Map.of();
        }
        return find(
                        "select r.investor.id, r.id, r.number, r.platformId, r.status from Registration r"
                                + " where r.investor.id in ?1 order by r.id",
                        investorIds)
                .project(Mentioned.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Mentioned::investorId, Collectors.mapping(Mentioned::mention, Collectors.toList())));
    }

    private record Mentioned(UUID investorId, UUID id, String number, UUID platformId, RegistrationStatus status) {

        RegistrationMention mention() {
            return new RegistrationMention(id, number, platformId, status);
        }
    }
}
