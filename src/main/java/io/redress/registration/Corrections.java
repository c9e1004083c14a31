package io.redress.registration;

import io.redress.account.Viewer;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.common.problem.Violations;
import io.redress.common.problem.Words;
import io.redress.common.time.Clocks;
import io.redress.common.web.Versions;
import io.redress.platform.Platform;
import io.redress.registration.RegistrationChanged.What;
import io.redress.registration.RegistrationWarning.Warnings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What happens to a registration after it was taken in. Each step locks the investor, sees the version the caller saw,
 * changes, and tells what the figures were before and are now.
 */
@ApplicationScoped
class Corrections {

    private final Event<DomainEvent> events;
    private final Clock clock;

    Corrections(Event<DomainEvent> events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Who wants to change which version of which registration, answered in which words. */
    record Step(UUID id, String ifMatch, Viewer viewer, Words words) {}

    @Transactional
    RegistrationView correct(Step step, CorrectRegistration request) {
        return change(step, What.CORRECTED, request.reason(), (registration, platform) -> {
            registration.demandLive();
            check(registration, request);
            if (request.investments() != null) {
                replaceInvestments(registration, request.investments());
            }
            if (request.repayments() != null) {
                replaceRepayments(registration, request.repayments());
            }
            if (request.evidenceShown() != null) {
                registration.evidenceShown = request.evidenceShown();
            }
            if (request.policeReport() != null) {
                replacePoliceReport(registration, request.policeReport());
            }
            if (request.actedAsSalesperson() != null) {
                registration.actedAsSalesperson = request.actedAsSalesperson();
            }
            registration.declared = Totals.of(registration.investments, registration.repayments, platform.lossFormula);
        });
    }

    @Transactional
    RegistrationView verify(Step step, EstablishTotals request) {
        return change(
                step,
                What.VERIFIED,
                request.note(),
                (registration, platform) -> registration.verify(request.totals(platform.lossFormula)));
    }

    @Transactional
    RegistrationView adjudicate(Step step, EstablishTotals request) {
        return change(
                step,
                What.ADJUDICATED,
                request.note(),
                (registration, platform) -> registration.adjudicate(request.totals(platform.lossFormula)));
    }

    @Transactional
    RegistrationView withdraw(Step step, EndRegistration request) {
        return change(
                step,
                What.WITHDRAWN,
                request.reason(),
                (registration, platform) -> registration.withdraw(request.reason(), clock.instant()));
    }

    @Transactional
    RegistrationView refuse(Step step, EndRegistration request) {
        return change(
                step,
                What.REFUSED,
                request.reason(),
                (registration, platform) -> registration.refuse(request.reason(), clock.instant()));
    }

    /** Merges into another live registration of the same platform, of the same person known by another document. */
    @Transactional
    RegistrationView merge(Step step, MergeRegistration request) {
        var registration = inScope(step.id(), step.viewer());
        var target = Registration.inScope(request.intoId(), step.viewer().scope())
                .filter(other -> other.platformId.equals(registration.platformId) && other.status.isLive())
                .filter(other -> !other.id.equals(registration.id))
                .orElseThrow(RegistrationProblems::notMergeable);
        // In one order everywhere, so that two merges the other way round cannot wait for each other.
        Stream.of(registration.investor.id, target.investor.id).sorted().forEach(Investor::lock);
        refresh(registration);
        refresh(target);
        Versions.demand(step.ifMatch(), registration.version);
        target.demandLive();

        var platform = Platform.ofId(registration.platformId).orElseThrow();
        var from = Standing.of(registration.investor);
        var into = Standing.of(target.investor);
        var now = clock.instant();
        registration.mergeInto(target, request.reason(), now);
        if (request.carryAmounts()) {
            carry(registration, target, platform);
        }
        Registration.flush();
        RegistrationHistory.note(
                registration, What.MERGED, request.reason(), now, step.viewer().name());
        if (request.carryAmounts()) {
            RegistrationHistory.note(
                    target, What.CORRECTED, request.reason(), now, step.viewer().name());
        }
        events.fire(RegistrationChanged.of(
                What.MERGED,
                registration,
                from.before().plus(into.before()),
                from.now().plus(into.now())));
        return view(registration, platform, from, step.words());
    }

    /** Moves somebody, renames them, or notes how they can be reached; a move takes their figures along. */
    @Transactional
    void changeInvestor(Investor investor, Viewer viewer, String reason, Runnable change) {
        var standing = Standing.of(investor);
        change.run();
        Investor.flush();
        var latest = standing.registrations().get(standing.registrations().size() - 1);
        RegistrationHistory.note(latest, What.INVESTOR_CHANGED, reason, clock.instant(), viewer.name());
        events.fire(RegistrationChanged.of(What.INVESTOR_CHANGED, latest, standing.before(), standing.now()));
    }

    private RegistrationView change(Step step, What what, String reason, BiConsumer<Registration, Platform> change) {
        var registration = locked(step);
        Versions.demand(step.ifMatch(), registration.version);
        return apply(registration, step, what, reason, change);
    }

    /** Adds to a registration whatever version the caller saw, because nothing seen is changed by it. */
    @Transactional
    void add(Step step, What what, String reason, Consumer<Registration> addition) {
        apply(locked(step), step, what, reason, (registration, platform) -> addition.accept(registration));
    }

    private static Registration locked(Step step) {
        var registration = inScope(step.id(), step.viewer());
        Investor.lock(registration.investor.id);
        refresh(registration);
        return registration;
    }

    private RegistrationView apply(
            Registration registration, Step step, What what, String reason, BiConsumer<Registration, Platform> change) {
        var platform = Platform.ofId(registration.platformId).orElseThrow();
        var standing = Standing.of(registration.investor);
        change.accept(registration, platform);
        Registration.flush();
        RegistrationHistory.note(
                registration, what, reason, clock.instant(), step.viewer().name());
        events.fire(RegistrationChanged.of(what, registration, standing.before(), standing.now()));
        return view(registration, platform, standing, step.words());
    }

    private static Registration inScope(UUID id, Viewer viewer) {
        return Registration.inScope(id, viewer.scope()).orElseThrow(Problem::notFound);
    }

    /** What was read before the lock was had may have changed while waiting for it. */
    private static void refresh(Registration registration) {
        Registration.getEntityManager().refresh(registration);
    }

    private static RegistrationView view(Registration registration, Platform platform, Standing standing, Words words) {
        var warnings = new Warnings();
        warnings.of(registration, platform, standing.registrations());
        return RegistrationView.of(registration, platform, standing.registrations(), warnings, words);
    }

    private void check(Registration registration, CorrectRegistration request) {
        var violations = new Violations();
        var today = Clocks.today(clock);
        var investments = request.investments() != null
                ? request.investments()
                : registration.investments.stream().map(InvestmentLine::of).toList();
        var repayments = request.repayments() != null
                ? request.repayments()
                : registration.repayments.stream().map(RepaymentLine::of).toList();
        Intake.checkDates(investments, repayments, today, violations);
        Intake.checkPoliceReport(request.policeReport(), today, violations);
        violations.demandNone();
    }

    private static void carry(Registration from, Registration into, Platform platform) {
        from.investments.forEach(
                line -> into.investments.add(InvestmentLine.of(line).of(into, into.investments.size())));
        from.repayments.forEach(
                line -> into.repayments.add(RepaymentLine.of(line).of(into, into.repayments.size())));
        into.declared = Totals.of(into.investments, into.repayments, platform.lossFormula);
    }

    static void replaceInvestments(Registration registration, List<InvestmentLine> lines) {
        registration.investments.clear();
        lines.forEach(line -> registration.investments.add(line.of(registration, registration.investments.size())));
    }

    static void replaceRepayments(Registration registration, List<RepaymentLine> lines) {
        registration.repayments.clear();
        lines.forEach(line -> registration.repayments.add(line.of(registration, registration.repayments.size())));
    }

    static void replacePoliceReport(Registration registration, PoliceReport report) {
        registration.policeAuthority = report == null ? null : report.authority();
        registration.policeReceiptNumber = report == null ? null : report.receiptNumber();
        registration.policeReportedOn = report == null ? null : report.reportedOn();
    }
}
