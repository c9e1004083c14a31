package io.redress.registration;

import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationEvent;
import io.redress.tally.Contribution;
import io.redress.tally.CountedChange;
import java.util.Optional;
import java.util.UUID;

/**
 * Something happened to a registration, or to the investor behind it.
 *
 * @param mergedInto the registration it lives on in, after a merge
 * @param before what all registrations of the investors concerned contributed to the figures before
 */
public record RegistrationChanged(
        RegistrationEvent what,
        RegistrationBrief registration,
        Optional<RegistrationBrief> mergedInto,
        Contribution before,
        Contribution after)
        implements CountedChange {

    public static RegistrationChanged of(
            RegistrationEvent what, Registration registration, Contribution before, Contribution after) {
        return new RegistrationChanged(what, RegistrationBrief.of(registration), Optional.empty(), before, after);
    }

    /** Whether the registration no longer counts, nor lives on in another. */
    public boolean isEnd() {
        return what == RegistrationEvent.WITHDRAWN || what == RegistrationEvent.REFUSED;
    }

    /** Whether the person was renamed or lives elsewhere now, which concerns all their registrations. */
    public boolean isOfPerson() {
        return what == RegistrationEvent.INVESTOR_CHANGED;
    }

    @Override
    public String cause() {
        return what.cause();
    }

    @Override
    public UUID causeId() {
        return registration.id();
    }
}
