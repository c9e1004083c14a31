package io.redress.registration;

import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationEvent;
import io.redress.tally.Contribution;
import io.redress.tally.CountedChange;
import java.util.Optional;
import java.util.UUID;

/**
 * Domain event: a registration or its investor changed.
 *
 * @param mergedInto the registration that continues it after a merge
 * @param before the former contribution to the figures of all registrations of these investors
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

    /** Whether the registration no longer counts, and no other one continues it. */
    public boolean isEnd() {
        return what == RegistrationEvent.WITHDRAWN || what == RegistrationEvent.REFUSED;
    }

    /** Whether the person was renamed or moved, which concerns all their registrations. */
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
