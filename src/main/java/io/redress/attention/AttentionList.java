package io.redress.attention;

import io.redress.account.Viewer;
import io.redress.area.AreaScope;
import io.redress.attention.AttentionChanged.What;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.ConstraintProblems;
import io.redress.common.problem.Problem;
import io.redress.common.query.Conditions;
import io.redress.common.time.Clocks;
import io.redress.common.web.Versions;
import io.redress.registration.InvestorAnonymised;
import io.redress.registration.Register;
import io.redress.registration.RegistrationBrief;
import io.redress.registration.RegistrationChanged;
import io.redress.registration.RegistrationsHanded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Use cases of the attention list. */
@ApplicationScoped
public class AttentionList {

    private static final ConstraintProblems<AttentionEntry> CONSTRAINTS = new ConstraintProblems<>(
            Map.of("attention_once_per_registration", entry -> AttentionProblems.alreadyOnList()));

    /** Half a year: the longest term until the next review. */
    private static final int LONGEST_TERM_IN_DAYS = 184;

    private static final int BATCH = 100;

    private final Register register;
    private final Event<DomainEvent> events;
    private final Clock clock;

    AttentionList(Register register, Event<DomainEvent> events, Clock clock) {
        this.register = register;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    AttentionView propose(ProposeAttention request, Viewer viewer) {
        var registration = register.live(request.registrationId(), viewer.scope(), "/registrationId");
        var entry = AttentionEntry.propose(
                registration, request.reason(), request.level(), request.note(), viewer, clock.instant());
        CONSTRAINTS.persistAndFlush(entry);
        events.fire(new AttentionChanged(What.PROPOSED, entry.id, entry.contribution(), entry.contribution()));
        return AttentionView.of(entry);
    }

    @Transactional
    AttentionView approve(UUID id, ApproveAttention request, String ifMatch, Viewer viewer) {
        demandReviewDay(request.reviewOn());
        return change(
                id,
                ifMatch,
                viewer,
                What.APPROVED,
                entry -> entry.approve(request.reviewOn(), request.note(), viewer, clock.instant()));
    }

    @Transactional
    AttentionView decline(UUID id, GiveReason request, String ifMatch, Viewer viewer) {
        return change(
                id, ifMatch, viewer, What.DECLINED, entry -> entry.decline(request.reason(), viewer, clock.instant()));
    }

    @Transactional
    AttentionView renew(UUID id, RenewAttention request, String ifMatch, Viewer viewer) {
        demandReviewDay(request.reviewOn());
        return change(
                id,
                ifMatch,
                viewer,
                What.RENEWED,
                entry -> entry.renew(request.reviewOn(), request.level(), request.note(), viewer, clock.instant()));
    }

    @Transactional
    AttentionView leave(UUID id, GiveReason request, String ifMatch, Viewer viewer) {
        return change(id, ifMatch, viewer, What.LEFT, entry -> entry.leave(request.reason(), clock.instant()));
    }

    @Transactional
    AttentionView read(UUID id, Viewer viewer) {
        return AttentionView.of(AttentionEntry.inScope(id, viewer.scope()).orElseThrow(Problem::notFound));
    }

    /** Filter of the list; null is no condition. */
    record Filter(AttentionStatus status, UUID platformId, UUID investorId, LocalDate reviewTo) {}

    /** Latest first, below the given id. */
    @Transactional
    List<AttentionView> list(Filter filter, AreaScope scope, UUID below, int limit) {
        var conditions = new Conditions()
                .and("areaCode like :scope", "scope", scope.pattern())
                .and("status = :status", "status", filter.status())
                .and("platformId = :platform", "platform", filter.platformId())
                .and("investorId = :investor", "investor", filter.investorId())
                .and("reviewOn <= :reviewTo", "reviewTo", filter.reviewTo())
                .and("id < :below", "below", below);
        return AttentionEntry.<AttentionEntry>find(conditions.text() + " order by id desc", conditions.parameters())
                .page(0, limit)
                .stream()
                .map(AttentionView::of)
                .toList();
    }

    /**
     * Ends the entries whose review date has passed.
     *
     * @return the number of ended entries, at most one batch
     */
    @Transactional
    public int lapseDue() {
        var due = AttentionEntry.lockDueBefore(Clocks.today(clock), BATCH);
        due.forEach(entry -> apply(entry, What.LAPSED, lapsing -> lapsing.lapse(clock.instant())));
        return due.size();
    }

    void forget(@Observes InvestorAnonymised anonymised) {
        AttentionEntry.lockOfInvestor(anonymised.investorId()).forEach(AttentionEntry::anonymise);
    }

    /**
     * Entries follow a person who moves, is renamed or merged; the end of a registration closes its entry. The investor
     * is already locked, by the change of the registration and by each proposal.
     */
    void follow(@Observes RegistrationChanged change) {
        var investorId = change.registration().investorId();
        if (change.isOfPerson()) {
            // Includes ended entries: the officer of the new area prints them in the extract.
            AttentionEntry.lockOfInvestor(investorId)
                    .forEach(entry -> apply(
                            entry, What.MOVED, moved -> moved.follow(change.registration(), entry.registrationId)));
        } else if (change.isEnd() || change.mergedInto().isPresent()) {
            AttentionEntry.lockOpenOfInvestor(investorId).forEach(entry -> follow(entry, change));
        }
    }

    /** An entry belongs to the person who now has its registration; also an ended one, which the extract prints. */
    void follow(@Observes RegistrationsHanded handed) {
        for (var registration : handed.registrations()) {
            AttentionEntry.lockOfRegistration(registration.id())
                    .forEach(entry -> apply(entry, What.MOVED, moved -> moved.follow(registration)));
        }
    }

    private void follow(AttentionEntry entry, RegistrationChanged change) {
        var now = clock.instant();
        if (change.isEnd() && entry.isOf(change.registration())) {
            apply(entry, What.LEFT, ending -> ending.leave("登记已终结", now));
        } else if (change.mergedInto().isPresent() && entry.isOf(change.registration())) {
            merge(entry, change.mergedInto().get(), now);
        }
    }

    /** If both registrations have an open entry, an active one takes precedence, then the more urgent one. */
    private void merge(AttentionEntry entry, RegistrationBrief into, Instant now) {
        var other = AttentionEntry.lockOpenFor(into.id());
        if (other.isPresent() && !entry.outranks(other.get())) {
            apply(entry, What.LEFT, ending -> ending.leave("登记已合并，并入的登记已在名单上", now));
            return;
        }
        other.ifPresent(yielding -> apply(yielding, What.LEFT, ending -> ending.leave("登记已合并，保留并入的登记原有的一条", now)));
        apply(entry, What.MOVED, merged -> merged.follow(into));
    }

    private AttentionView change(UUID id, String ifMatch, Viewer viewer, What what, Consumer<AttentionEntry> change) {
        var entry = AttentionEntry.lockInScope(id, viewer.scope()).orElseThrow(Problem::notFound);
        Versions.demand(ifMatch, entry.version);
        apply(entry, what, change);
        return AttentionView.of(entry);
    }

    private void apply(AttentionEntry entry, What what, Consumer<AttentionEntry> change) {
        var before = entry.contribution();
        change.accept(entry);
        AttentionEntry.flush();
        events.fire(new AttentionChanged(what, entry.id, before, entry.contribution()));
    }

    private void demandReviewDay(LocalDate reviewOn) {
        var first = Clocks.today(clock).plusDays(1);
        var last = Clocks.today(clock).plusDays(LONGEST_TERM_IN_DAYS);
        if (reviewOn.isBefore(first) || reviewOn.isAfter(last)) {
            throw AttentionProblems.reviewDayOutside(first.toString(), last.toString());
        }
    }
}
