package io.redress.registration.person;

import io.redress.account.Viewer;
import io.redress.common.database.AdvisoryLocks;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.common.web.Versions;
import io.redress.registration.InvestorView;
import io.redress.registration.RegistrationBrief;
import io.redress.registration.RegistrationsHanded;
import io.redress.registration.Standing;
import io.redress.registration.investor.Investor;
import io.redress.registration.investor.InvestorMerge;
import io.redress.registration.investor.InvestorProblems;
import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationEvent;
import io.redress.registration.model.RegistrationHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Merges two records of one person with different documents, and undoes such a merge. The registrations move from one
 * record to the other and back. Both records stay, so that either document finds the person and undoing loses nothing.
 * The figures of the current week follow: a person counted twice now counts once, and claims in another town move.
 */
@ApplicationScoped
public class SamePerson {

    private final AdvisoryLocks locks;
    private final Event<DomainEvent> events;
    private final Clock clock;

    SamePerson(AdvisoryLocks locks, Event<DomainEvent> events, Clock clock) {
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    /** The merges of this person's records, undone or not, in the order of time. */
    @Transactional
    List<InvestorMergeView> mergesOf(UUID id, Viewer viewer) {
        var person = Investor.inScope(id, viewer.scope()).orElseThrow(Problem::notFound);
        return InvestorMerge.of(person.records()).stream()
                .map(InvestorMergeView::of)
                .toList();
    }

    /**
     * Moves the registrations of one record to another.
     *
     * @throws Problem 409 if both have a live registration on one platform, which must be merged first, or if either
     *     record is merged or anonymous; 422 if the other record is not in scope, the same, or of another kind
     */
    @Transactional
    InvestorView merge(UUID id, MergeInvestor request, String ifMatch, Viewer viewer) {
        locks.lock(InvestorMerge.LOCK);
        var investor = Investors.locked(id, ifMatch, viewer);
        var into = Investor.lock(request.intoId())
                .filter(other -> viewer.scope().includes(other.areaCode))
                .filter(other -> !other.id.equals(investor.id) && other.kind == investor.kind)
                .orElseThrow(InvestorProblems::notMergeablePerson);
        into.demandOpen();

        var from = Standing.of(investor);
        var to = Standing.of(into);
        demandOnePerPlatform(from, to);
        var merge = InvestorMerge.of(investor, into, request.reason(), viewer, clock.instant());
        merge.persist();
        investor.mergeInto(into);
        var all = List.copyOf(from.registrations());
        hand(
                new Handing(
                        merge.id, RegistrationEvent.PERSON_MERGED, request.reason(), merge.mergedAt, merge.mergedBy),
                all,
                from,
                to);
        return InvestorView.of(into, to.registrations());
    }

    /**
     * Undoes a merge. The separated record gets all registrations that were received under its documents, including
     * those since the merge.
     *
     * @throws Problem 403 if the viewer made the merge; 409 if it was undone before
     */
    @Transactional
    InvestorView undo(UUID mergeId, UndoMerge request, String ifMatch, Viewer viewer) {
        locks.lock(InvestorMerge.LOCK);
        var merge = InvestorMerge.lock(mergeId).orElseThrow(Problem::notFound);
        var investor = Investor.lock(merge.investorId).orElseThrow();
        var person = investor.lockPerson();
        if (!viewer.scope().includes(investor.areaCode) || !viewer.scope().includes(person.areaCode)) {
            throw Problem.notFound();
        }
        Versions.demand(ifMatch, merge.version);
        merge.undo(request.reason(), viewer, clock.instant());
        person.demandOpen();

        var from = Standing.of(person);
        var to = Standing.of(investor);
        var records = investor.records();
        var back = from.registrations().stream()
                .filter(registration -> registration.wasReceivedAs(records))
                .toList();
        investor.standForItself();
        hand(
                new Handing(
                        merge.id, RegistrationEvent.PERSON_SEPARATED, request.reason(), merge.undoneAt, merge.undoneBy),
                back,
                from,
                to);
        return InvestorView.of(investor, to.registrations());
    }

    private static void demandOnePerPlatform(Standing from, Standing to) {
        var platforms = to.live().collect(Collectors.toMap(live -> live.platformId, live -> live.number));
        var twice = from.live()
                .filter(live -> platforms.containsKey(live.platformId))
                .map(live -> live.number + " / " + platforms.get(live.platformId))
                .collect(Collectors.joining("、"));
        if (!twice.isEmpty()) {
            throw InvestorProblems.mergeRegistrationsFirst(twice);
        }
    }

    /** The reason for a move of registrations, for their history. */
    private record Handing(UUID mergeId, RegistrationEvent what, String reason, Instant at, String by) {}

    private void hand(Handing handing, List<Registration> handed, Standing from, Standing to) {
        var before = from.before().plus(to.before());
        handed.forEach(registration -> from.hand(registration, to));
        Investor.flush();
        handed.forEach(registration ->
                RegistrationHistory.note(registration, handing.what(), handing.reason(), handing.at(), handing.by()));
        events.fire(new RegistrationsHanded(
                handing.what(),
                handing.mergeId(),
                handed.stream().map(RegistrationBrief::of).toList(),
                before,
                from.now().plus(to.now())));
    }
}
