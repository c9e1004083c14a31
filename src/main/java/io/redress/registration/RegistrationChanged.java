package io.redress.registration;

import io.redress.tally.Contribution;
import io.redress.tally.CountedChange;
import java.util.Locale;
import java.util.UUID;

/**
 * Something happened to a registration, or to the investor behind it.
 *
 * @param before what all registrations of the investors concerned contributed to the figures before
 */
public record RegistrationChanged(
        What what, UUID registrationId, String number, Contribution before, Contribution after)
        implements CountedChange {

    /** What happened. */
    public enum What {
        RECEIVED,
        CORRECTED,
        VERIFIED,
        ADJUDICATED,
        WITHDRAWN,
        MERGED,
        REFUSED,
        EVIDENCE_ATTACHED,
        INVESTOR_CHANGED
    }

    @Override
    public String cause() {
        return "registration." + what.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public UUID causeId() {
        return registrationId;
    }
}
