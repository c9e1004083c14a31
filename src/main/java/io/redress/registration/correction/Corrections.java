package io.redress.registration.correction;

import io.redress.account.Viewer;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.common.problem.Violations;
import io.redress.common.text.Words;
import io.redress.common.time.Clocks;
import io.redress.common.web.Versions;
import io.redress.platform.Platform;
import io.redress.privacy.Masks;
import io.redress.registration.InvestmentLine;
import io.redress.registration.PoliceReportDetails;
import io.redress.registration.RegistrationChanged;
import io.redress.registration.RegistrationForm;
import io.redress.registration.RegistrationView;
import io.redress.registration.RegistrationWarning.Warnings;
import io.redress.registration.RepaymentLine;
import io.redress.registration.Standing;
import io.redress.registration.model.Investment;
import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationEvent;
import io.redress.registration.model.RegistrationHistory;
import io.redress.registration.model.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Use cases that change a registration after its intake. Each locks the investor, checks the version that the caller
 * saw, makes the change, and fires an event with the figures before and after.
 */
@ApplicationScoped
public class Corrections {

    private final Event<DomainEvent> events;
    private final Clock clock;

    Corrections(Event<DomainEvent> events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** The registration, the version that the caller saw, the caller, and the language of the response. */
    public record Step(UUID id, String ifMatch, Viewer viewer, Words words) {}

    @Transactional
    RegistrationView correct(Step step, CorrectRegistration request) {
        return change(step, RegistrationEvent.CORRECTED, request.reason(), (registration, platform) -> {
            registration.demandLive();
            check(registration, request);
            if (request.investments() != null) {
                registration.replaceInvestments(unmasked(registration, request.investments()).stream()
                        .map(InvestmentLine::toInvestment)
                        .toList());
            }
            if (request.repayments() != null) {
                registration.replaceRepayments(request.repayments().stream()
                        .map(RepaymentLine::toRepayment)
                        .toList());
            }
            if (request.evidenceShown() != null) {
                registration.show(request.evidenceShown());
            }
            if (request.policeReport() != null || Boolean.TRUE.equals(request.notReportedToPolice())) {
                registration.reportedToPolice(PoliceReportDetails.read(request.policeReport()));
            }
            if (request.noticesGiven() != null) {
                registration.inform(request.noticesGiven());
            }
            if (request.remark() != null) {
                registration.remark(request.remark());
            }
            if (request.actedAsSalesperson() != null) {
                registration.actAsSalesperson(request.actedAsSalesperson());
            }
            registration.reckon(platform.lossFormula());
        });
    }

    @Transactional
    RegistrationView verify(Step step, EstablishTotals request) {
        return change(
                step,
                RegistrationEvent.VERIFIED,
                request.note(),
                (registration, platform) -> registration.verify(request.totals(platform.lossFormula())));
    }

    @Transactional
    RegistrationView adjudicate(Step step, EstablishTotals request) {
        return change(
                step,
                RegistrationEvent.ADJUDICATED,
                request.note(),
                (registration, platform) -> registration.adjudicate(request.totals(platform.lossFormula())));
    }

    @Transactional
    RegistrationView withdraw(Step step, EndRegistration request) {
        return change(
                step,
                RegistrationEvent.WITHDRAWN,
                request.reason(),
                (registration, platform) -> registration.withdraw(request.reason(), clock.instant()));
    }

    @Transactional
    RegistrationView refuse(Step step, EndRegistration request) {
        return change(
                step,
                RegistrationEvent.REFUSED,
                request.reason(),
                (registration, platform) -> registration.refuse(request.reason(), clock.instant()));
    }

    private RegistrationView change(
            Step step, RegistrationEvent what, String reason, BiConsumer<Registration, Platform> change) {
        var registration = locked(step);
        Versions.demand(step.ifMatch(), registration.version);
        return apply(registration, step, what, reason, change);
    }

    /** Adds to a registration whatever version the caller saw, because an addition changes nothing that was seen. */
    @Transactional
    public <T> T add(Step step, RegistrationEvent what, String reason, Function<Registration, T> addition) {
        var added = new AtomicReference<T>();
        apply(locked(step), step, what, reason, (registration, platform) -> added.set(addition.apply(registration)));
        return added.get();
    }

    private static Registration locked(Step step) {
        return Registrations.lockWithInvestor(step.id(), step.viewer().scope()).orElseThrow(Problem::notFound);
    }

    private RegistrationView apply(
            Registration registration,
            Step step,
            RegistrationEvent what,
            String reason,
            BiConsumer<Registration, Platform> change) {
        var platform = Platform.ofId(registration.platformId).orElseThrow();
        var standing = Standing.of(registration.investor);
        change.accept(registration, platform);
        Registration.flush();
        RegistrationHistory.note(
                registration, what, reason, clock.instant(), step.viewer().name());
        events.fire(RegistrationChanged.of(what, registration, standing.before(), standing.now()));
        return view(registration, platform, standing, step.words());
    }

    static RegistrationView view(Registration registration, Platform platform, Standing standing, Words words) {
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
        RegistrationForm.refuseMasks(unmasked(registration, investments), violations);
        RegistrationForm.checkDates(investments, repayments, today, violations);
        RegistrationForm.checkPoliceReport(request.policeReport(), today, violations);
        violations.demandNone();
    }

    /**
     * Unmasks account numbers that the client sends back masked. A line keeps the stored number at its own position, or
     * the only number with this mask. If that is ambiguous, the mask stays and is refused.
     */
    private static List<InvestmentLine> unmasked(Registration registration, List<InvestmentLine> lines) {
        var unmasked = new ArrayList<InvestmentLine>();
        for (var line : lines) {
            var meant = registration.investments.stream()
                    .filter(known -> known.bankAccount() != null
                            && Masks.bankAccount(known.bankAccount()).equals(line.bankAccount()))
                    .toList();
            var place = unmasked.size();
            var account = meant.stream()
                    .filter(known -> known.position == place || meant.size() == 1)
                    .map(Investment::bankAccount)
                    .findFirst();
            unmasked.add(account.map(line::withBankAccount).orElse(line));
        }
        return unmasked;
    }
}
