package io.redress.registration;

import io.redress.account.Viewer;
import io.redress.common.database.Turns;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Violations;
import io.redress.common.problem.Words;
import io.redress.common.time.Clocks;
import io.redress.identity.IdentityDocument;
import io.redress.identity.PersonName;
import io.redress.platform.Branch;
import io.redress.platform.Platform;
import io.redress.privacy.BlindIndex;
import io.redress.registration.RegistrationChanged.What;
import io.redress.registration.RegistrationWarning.Warnings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Takes people in: one request, one transaction, one number. */
@ApplicationScoped
class Registrar {

    private final Intake intake;
    private final RegistrationNumbers numbers;
    private final Turns turns;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Registrar(Intake intake, RegistrationNumbers numbers, Turns turns, Event<DomainEvent> events, Clock clock) {
        this.intake = intake;
        this.numbers = numbers;
        this.turns = turns;
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
        var document = Intake.document(
                details.documentType(), details.documentNumber(), "/investor/documentNumber", today, violations);
        Intake.checkKind(details.kind(), details.documentType(), "/investor/documentType", violations);
        Intake.checkBirth(details.bornOn(), "/investor/bornOn", today, violations);
        var place = intake.place(details.address(), "/investor/address", viewer, violations);
        var contacts = Contacts.of(details, violations);
        violations.demandNone();

        var warnings = new Warnings();
        var investor =
                knownOrNew(draft, document.orElseThrow(), details, contacts, place.orElseThrow(), viewer, warnings);
        var standing = investor.isPersistent() ? Standing.of(investor) : Standing.ofNewcomer(investor);
        refuseSecond(standing, platform);
        enter(draft, investor, platform, viewer);
        standing.add(draft);
        RegistrationHistory.note(draft, What.RECEIVED, null, draft.receivedAt, viewer.name());
        events.fire(RegistrationChanged.of(What.RECEIVED, draft, standing.before(), standing.now()));
        warnings.of(draft, platform, standing.registrations());
        return RegistrationView.of(draft, platform, standing.registrations(), warnings, words);
    }

    private void fill(Registration draft, RegisterInvestor request, Violations violations) {
        var today = Clocks.today(clock);
        var repayments = request.repayments() == null ? List.<RepaymentLine>of() : request.repayments();
        Intake.checkDates(request.investments(), repayments, today, violations);
        Intake.checkPoliceReport(request.policeReport(), today, violations);
        Intake.refuseMasks(request.investments(), violations);
        draft.channel = request.channel();
        draft.replaceInvestments(request.investments());
        draft.replaceRepayments(repayments);
        if (request.platformAccounts() != null) {
            request.platformAccounts().forEach(draft::addAccount);
        }
        draft.agent = agent(draft, request.agent(), violations);
        draft.evidenceShown = copy(request.evidenceShown(), EvidenceKind.class);
        draft.noticesGiven = copy(request.noticesGiven(), Notice.class);
        draft.actedAsSalesperson = Boolean.TRUE.equals(request.actedAsSalesperson());
        draft.replacePoliceReport(request.policeReport());
        draft.remark = request.remark();
        fillSalesperson(draft, request, violations);
    }

    private static void fillSalesperson(Registration draft, RegisterInvestor request, Violations violations) {
        var salesperson = request.salesperson();
        if (salesperson == null) {
            return;
        }
        draft.soldBy(
                PersonName.normalise(salesperson.name()),
                Intake.phone(salesperson.phone(), "/salesperson/phone", violations),
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
        var agent = new Agent();
        agent.capacity = details.capacity();
        agent.name = PersonName.normalise(details.name());
        var phone = Intake.phone(details.phone(), "/agent/phone", violations);
        Intake.document(
                        details.documentType(),
                        details.documentNumber(),
                        "/agent/documentNumber",
                        Clocks.today(clock),
                        violations)
                .ifPresent(document -> agent.identify(draft.id, document, phone));
        agent.relation = details.relation();
        agent.papers = details.papers();
        return agent;
    }

    private Investor knownOrNew(
            Registration draft,
            IdentityDocument document,
            InvestorDetails details,
            Contacts contacts,
            Intake.Place place,
            Viewer viewer,
            Warnings warnings) {
        // Two clerks with the same newcomer at once: the second waits, then finds a known person.
        var index = BlindIndex.DOCUMENT_NUMBER.of(document.lifelongNumber());
        turns.take(ByteBuffer.wrap(index).getLong());
        var known = Investor.lockByDocument(document);
        if (known.isPresent()) {
            var person = known.get().lockPerson();
            if (!viewer.scope().includes(person.areaCode)) {
                throw RegistrationProblems.knownElsewhere();
            }
            draft.receivedAsId = person == known.get() ? null : known.get().id;
            warnings.ofKnown(person, known.get(), document, details, contacts, place);
            contacts.fillGapsOf(person);
            return person;
        }
        var investor = Investor.newcomer(clock.instant());
        investor.kind = details.kind();
        investor.call(details.name());
        investor.identify(document, details.bornOn());
        investor.sex = document.sex().orElse(details.sex());
        contacts.writeTo(investor);
        investor.liveAt(place);
        investor.elderly = Boolean.TRUE.equals(details.elderly());
        investor.hardship = Boolean.TRUE.equals(details.hardship());
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
        draft.investor = investor;
        draft.platformId = platform.id;
        draft.receivedAt = clock.instant();
        draft.receivedBy = viewer.name();
        draft.number = numbers.next(draft.receivedAt);
        draft.declared = Totals.of(draft.investments, draft.repayments, platform.lossFormula());
        investor.persist();
        draft.persist();
    }

    private static <E extends Enum<E>> Set<E> copy(Set<E> given, Class<E> type) {
        var copy = EnumSet.noneOf(type);
        if (given != null) {
            copy.addAll(given);
        }
        return copy;
    }
}
