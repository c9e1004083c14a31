package io.redress.registration.correction;

import io.redress.common.database.AdvisoryLocks;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.common.web.Versions;
import io.redress.platform.Platform;
import io.redress.registration.RegistrationBrief;
import io.redress.registration.RegistrationChanged;
import io.redress.registration.RegistrationView;
import io.redress.registration.Standing;
import io.redress.registration.correction.Corrections.Step;
import io.redress.registration.investor.ContactDetails;
import io.redress.registration.investor.Investor;
import io.redress.registration.investor.InvestorMerge;
import io.redress.registration.model.Evidence;
import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationEvent;
import io.redress.registration.model.RegistrationHistory;
import io.redress.registration.model.RegistrationProblems;
import io.redress.registration.model.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** Merges two registrations of one platform that belong to the same person, known by two documents. */
@ApplicationScoped
public class Merging {

    private final AdvisoryLocks locks;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Merging(AdvisoryLocks locks, Event<DomainEvent> events, Clock clock) {
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    RegistrationView merge(Step step, MergeRegistration request) {
        var scope = step.viewer().scope();
        locks.lock(InvestorMerge.LOCK);
        Stream.of(step.id(), request.intoId())
                .map(Registrations::investorOf)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(Investor::lock);
        var registration = Registrations.inScope(step.id(), scope).orElseThrow(Problem::notFound);
        var target = Registrations.inScope(request.intoId(), scope)
                .filter(other -> other.platformId.equals(registration.platformId) && other.status.isLive())
                .filter(other -> !other.id.equals(registration.id))
                .orElseThrow(RegistrationProblems::notMergeable);
        Versions.demand(step.ifMatch(), registration.version);

        var platform = Platform.ofId(registration.platformId).orElseThrow();
        var from = Standing.of(registration.investor);
        var into = Standing.of(target.investor);
        var now = clock.instant();
        registration.mergeInto(target, request.reason(), now);
        if (request.carryAmounts()) {
            target.takeAmounts(registration, platform.lossFormula());
        }
        handOver(registration, target);
        Registration.flush();
        var by = step.viewer().name();
        RegistrationHistory.note(registration, RegistrationEvent.MERGED, request.reason(), now, by);
        RegistrationHistory.note(target, RegistrationEvent.CORRECTED, request.reason(), now, by);
        events.fire(new RegistrationChanged(
                RegistrationEvent.MERGED,
                RegistrationBrief.of(registration),
                Optional.of(RegistrationBrief.of(target)),
                from.before().plus(into.before()),
                from.now().plus(into.now())));
        return Corrections.view(registration, platform, from, step.words());
    }

    /**
     * Moves files and contacts to the target, because retention would otherwise erase them while the claim is live.
     * Earlier registrations that were merged into the ending one continue in the target, too.
     */
    private static void handOver(Registration registration, Registration target) {
        Evidence.of(registration.id).forEach(file -> file.handTo(target.id));
        Registrations.mergedInto(registration.id).forEach(earlier -> earlier.liveOnIn(target));
        if (!registration.investor.id.equals(target.investor.id)) {
            ContactDetails.handOver(registration.investor, target.investor);
        }
    }
}
