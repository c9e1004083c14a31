package io.redress.disclosure;

import io.redress.account.Viewer;
import io.redress.area.County;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.common.time.Clocks;
import io.redress.common.web.Versions;
import io.redress.disclosure.DisclosureChanged.What;
import io.redress.platform.Branch;
import io.redress.platform.Platform;
import io.redress.tally.Contribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Use cases that record and withdraw disclosures of platforms. */
@ApplicationScoped
public class Disclosures {

    private final Event<DomainEvent> events;
    private final Clock clock;
    private final County county;

    Disclosures(Event<DomainEvent> events, Clock clock, County county) {
        this.events = events;
        this.clock = clock;
        this.county = county;
    }

    @Transactional
    DisclosureView record(UUID platformId, RecordDisclosure request, Viewer viewer) {
        Platform.ofId(platformId).orElseThrow(Problem::notFound);
        if (request.disclosedOn().isAfter(Clocks.today(clock))) {
            throw DisclosureProblems.disclosedInTheFuture();
        }
        var disclosure = Disclosure.of(
                platformId,
                request.branchId(),
                areaOf(platformId, request.branchId()),
                request.kind(),
                request.disclosedOn(),
                request.source(),
                request.summary());
        disclosure.recorded(viewer, clock.instant());
        disclosure.persistAndFlush();
        events.fire(new DisclosureChanged(What.RECORDED, disclosure.id, Contribution.NONE, disclosure.contribution()));
        return DisclosureView.of(disclosure);
    }

    @Transactional
    DisclosureView withdraw(UUID platformId, UUID id, WithdrawDisclosure request, String ifMatch, Viewer viewer) {
        var disclosure = Disclosure.lock(platformId, id).orElseThrow(Problem::notFound);
        Versions.demand(ifMatch, disclosure.version);
        var before = disclosure.contribution();
        disclosure.withdraw(request.reason(), viewer, clock.instant());
        Disclosure.flush();
        events.fire(new DisclosureChanged(What.WITHDRAWN, id, before, disclosure.contribution()));
        return DisclosureView.of(disclosure);
    }

    @Transactional
    List<DisclosureView> list(UUID platformId, UUID below, int limit) {
        Platform.ofId(platformId).orElseThrow(Problem::notFound);
        return Disclosure.below(platformId, below, limit).stream()
                .map(DisclosureView::of)
                .toList();
    }

    /** The disclosures that a closed week counted; later withdrawals do not change it. */
    @Transactional
    public DisclosuresOfWeek of(UUID platformId, UUID weekId) {
        return DisclosuresOfWeek.of(
                Disclosure.counted(platformId, weekId, What.RECORDED),
                Disclosure.counted(platformId, weekId, What.WITHDRAWN));
    }

    private String areaOf(UUID platformId, UUID branchId) {
        if (branchId == null) {
            return county.code();
        }
        var branch = Branch.of(platformId, branchId).orElseThrow(DisclosureProblems::branchUnknown);
        return branch.areaCode == null ? county.code() : branch.areaCode;
    }
}
