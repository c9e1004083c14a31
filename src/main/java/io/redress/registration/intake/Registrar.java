package io.redress.registration.intake;

import io.redress.account.Viewer;
import io.redress.area.Place;
import io.redress.common.database.AdvisoryLocks;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Violations;
import io.redress.common.text.Words;
import io.redress.common.time.Clocks;
import io.redress.identity.IdentityDocument;
import io.redress.identity.PersonName;
import io.redress.platform.Branch;
import io.redress.platform.Platform;
import io.redress.privacy.BlindIndex;
import io.redress.registration.InvestmentLine;
import io.redress.registration.RegistrationChanged;
import io.redress.registration.RegistrationForm;
import io.redress.registration.RegistrationView;
import io.redress.registration.RegistrationWarning.Warnings;
import io.redress.registration.RepaymentLine;
import io.redress.registration.Standing;
import io.redress.registration.investor.ContactDetails;
import io.redress.registration.investor.Investor;
import io.redress.registration.investor.InvestorDetails;
import io.redress.registration.investor.InvestorProblems;
import io.redress.registration.model.Agent;
import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationEvent;
import io.redress.registration.model.RegistrationHistory;
import io.redress.registration.model.RegistrationProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;

/** Takes people in: one request, one transaction, one number. */
@ApplicationScoped
public class Registrar {

    private final RegistrationForm intake;
    private final RegistrationNumbers numbers;
    private final AdvisoryLocks locks;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Registrar(
            RegistrationForm intake,
            RegistrationNumbers numbers,
            AdvisoryLocks locks,
            Event<DomainEvent> events,
            Clock clock) {
        this.intake = intake;
        this.numbers = numbers;
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers an investor against a platform; somebody already known is linked, not entered again.
     *
     * @throws io.redress.common.problem.Problem 422 with every wrong place; 409 with the number when a live registration
     *     of the same investor on the same platform exists
     */
    @Transactional
    RegistrationView register(RegisterInvestor request, Viewer viewer, Words words) {
        var today = Clocks.today(clock);
        var violations = new Violations();
        var platform = Platform.toRegisterWith(request.platformId()).orElse(null);
        if (platform == null) {
            violations.add("/platformId", "platform-unknown");
        }
        var draft = Registration.draft();
        fill(draft, request, violations);
        var details = request.investor();
        var document = RegistrationForm.document(
                details.documentType(), details.documentNumber(), "/investor/documentNumber", today, violations);
        RegistrationForm.checkKind(details.kind(), details.documentType(), "/investor/documentType", violations);
        RegistrationForm.checkBirth(details.bornOn(), "/investor/bornOn", today, violations);
        var place = intake.place(details.address(), "/investor/address", viewer, violations);
        var contacts = ContactDetails.of(details, violations);
        violations.demandNone();

        var warnings = new Warnings();
        var investor =
                knownOrNew(draft, document.orElseThrow(), details, contacts, place.orElseThrow(), viewer, warnings);
        var standing = investor.isPersistent() ? Standing.of(investor) : Standing.ofNewcomer(investor);
        refuseSecond(standing, platform);
        enter(draft, investor, platform, viewer);
        standing.add(draft);
        RegistrationHistory.note(draft, RegistrationEvent.RECEIVED, null, draft.receivedAt, viewer.name());
        events.fire(RegistrationChanged.of(RegistrationEvent.RECEIVED, draft, standing.before(), standing.now()));
        warnings.of(draft, platform, standing.registrations());
        return RegistrationView.of(draft, platform, standing.registrations(), warnings, words);
    }

    private void fill(Registration draft, RegisterInvestor request, Violations violations) {
        var today = Clocks.today(clock);
        var repayments = request.repayments() == null ? List.<RepaymentLine>of() : request.repayments();
        RegistrationForm.checkDates(request.investments(), repayments, today, violations);
        RegistrationForm.checkPoliceReport(request.policeReport(), today, violations);
        RegistrationForm.refuseMasks(request.investments(), violations);
        draft.toldBy(request.channel(), agent(draft, request.agent(), violations));
        draft.replaceInvestments(
                request.investments().stream().map(InvestmentLine::toInvestment).toList());
        draft.replaceRepayments(
                repayments.stream().map(RepaymentLine::toRepayment).toList());
        if (request.platformAccounts() != null) {
            request.platformAccounts().forEach(draft::addAccount);
        }
        draft.show(request.evidenceShown());
        draft.inform(request.noticesGiven());
        draft.actAsSalesperson(Boolean.TRUE.equals(request.actedAsSalesperson()));
        draft.replacePoliceReport(request.policeReport());
        draft.remark(request.remark());
        fillSalesperson(draft, request, violations);
    }

    private static void fillSalesperson(Registration draft, RegisterInvestor request, Violations violations) {
        var salesperson = request.salesperson();
        if (salesperson == null) {
            return;
        }
        draft.soldBy(
                PersonName.normalise(salesperson.name()),
                ContactDetails.phone(salesperson.phone(), "/salesperson/phone", violations),
                salesperson.branchId());
        if (salesperson.branchId() != null
                && Branch.of(request.platformId(), salesperson.branchId()).isEmpty()) {
            violations.add("/salesperson/branchId", "branch-unknown");
        }
    }

    private Agent agent(Registration draft, RegisterInvestor.AgentDetails details, Violations violations) {
        if (details == null) {
            return null;
        }
        var agent = Agent.of(
                details.capacity(), PersonName.normalise(details.name()), details.relation(), details.papers());
        var phone = ContactDetails.phone(details.phone(), "/agent/phone", violations);
        RegistrationForm.document(
                        details.documentType(),
                        details.documentNumber(),
                        "/agent/documentNumber",
                        Clocks.today(clock),
                        violations)
                .ifPresent(document -> agent.identify(draft.id, document, phone));
        return agent;
    }

    private Investor knownOrNew(
            Registration draft,
            IdentityDocument document,
            InvestorDetails details,
            ContactDetails contacts,
            Place place,
            Viewer viewer,
            Warnings warnings) {
        // Two clerks with the same newcomer at once: the second waits, then finds a known person.
        var index = BlindIndex.DOCUMENT_NUMBER.of(document.lifelongNumber());
        locks.lock(ByteBuffer.wrap(index).getLong());
        var known = Investor.lockByDocument(document);
        if (known.isPresent()) {
            var person = known.get().lockPerson();
            if (!viewer.scope().includes(person.areaCode)) {
                throw InvestorProblems.knownElsewhere();
            }
            if (person != known.get()) {
                draft.receivedAs(known.get());
            }
            warnings.ofKnown(person, known.get(), document, details, contacts, place);
            contacts.fillGapsOf(person);
            return person;
        }
        var investor = Investor.newcomer(clock.instant());
        investor.describe(details.kind(), document.sex().orElse(details.sex()));
        investor.call(details.name());
        investor.identify(document, details.bornOn());
        contacts.writeTo(investor);
        investor.liveAt(place);
        investor.needCare(Boolean.TRUE.equals(details.elderly()), Boolean.TRUE.equals(details.hardship()));
        warnings.ofPlace(place);
        warnings.ofNewcomer(investor, viewer.scope());
        return investor;
    }

    private static void refuseSecond(Standing standing, Platform platform) {
        standing.registrations().stream()
                .filter(other -> other.platformId.equals(platform.id))
                .flatMap(other -> other.whereItLives().stream())
                .findAny()
                .ifPresent(living -> {
                    throw RegistrationProblems.alreadyRegistered(living.number);
                });
    }

    private void enter(Registration draft, Investor investor, Platform platform, Viewer viewer) {
        var now = clock.instant();
        draft.receive(investor, platform.id, numbers.next(now), viewer.name(), now);
        draft.reckon(platform.lossFormula());
        investor.persist();
        draft.persist();
    }
}
