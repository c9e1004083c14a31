package io.redress.registration.intake;

import io.redress.account.Viewer;
import io.redress.common.database.AdvisoryLocks;
import io.redress.common.event.DomainEvent;
import io.redress.common.text.Words;
import io.redress.platform.Platform;
import io.redress.privacy.BlindIndex;
import io.redress.registration.RegistrationChanged;
import io.redress.registration.RegistrationView;
import io.redress.registration.RegistrationWarning.Warnings;
import io.redress.registration.Standing;
import io.redress.registration.investor.Investor;
import io.redress.registration.investor.InvestorProblems;
import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationEvent;
import io.redress.registration.model.RegistrationHistory;
import io.redress.registration.model.RegistrationProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;

/** Takes people in: one request, one transaction, one number. */
@ApplicationScoped
public class Registrar {

    private final FormReader forms;
    private final RegistrationNumbers numbers;
    private final AdvisoryLocks locks;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Registrar(
            FormReader forms,
            RegistrationNumbers numbers,
            AdvisoryLocks locks,
            Event<DomainEvent> events,
            Clock clock) {
        this.forms = forms;
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
        var form = forms.read(request, viewer);
        var warnings = new Warnings();
        var draft = form.draft();
        var platform = form.platform();
        var investor = knownOrNew(form, viewer, warnings);
        var standing = investor.isPersistent() ? Standing.of(investor) : Standing.ofNewcomer(investor);
        refuseSecond(standing, platform);
        enter(draft, investor, platform, viewer);
        standing.add(draft);
        RegistrationHistory.note(draft, RegistrationEvent.RECEIVED, null, draft.receivedAt, viewer.name());
        events.fire(RegistrationChanged.of(RegistrationEvent.RECEIVED, draft, standing.before(), standing.now()));
        warnings.of(draft, platform, standing.registrations());
        return RegistrationView.of(draft, platform, standing.registrations(), warnings, words);
    }

    private Investor knownOrNew(ReadForm form, Viewer viewer, Warnings warnings) {
        // Two clerks with the same newcomer at once: the second waits, then finds a known person.
        var index = BlindIndex.DOCUMENT_NUMBER.of(form.document().lifelongNumber());
        locks.lock(ByteBuffer.wrap(index).getLong());
        var known = Investor.lockByDocument(form.document());
        if (known.isPresent()) {
            return known(known.get(), form, viewer, warnings);
        }
        var investor = form.newcomer(clock.instant());
        warnings.ofPlace(form.place());
        warnings.ofNewcomer(investor, viewer.scope());
        return investor;
    }

    private static Investor known(Investor record, ReadForm form, Viewer viewer, Warnings warnings) {
        var person = record.lockPerson();
        if (!viewer.scope().includes(person.areaCode)) {
            throw InvestorProblems.knownElsewhere();
        }
        if (person != record) {
            form.draft().receivedAs(record);
        }
        warnings.ofKnown(person, record, form.document(), form.details(), form.contacts(), form.place());
        form.contacts().fillGapsOf(person);
        return person;
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
        if (!investor.isPersistent()) {
            investor.enter();
        }
        draft.persist();
    }
}
