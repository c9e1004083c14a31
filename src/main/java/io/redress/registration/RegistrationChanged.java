package io.redress.registration;

import io.redress.tally.Contribution;
import io.redress.tally.CountedChange;
import java.util.Locale;
import java.util.UUID;

/**
 * Something happened to a registration, or to the investor behind it.
 *
 * @param areaCode where the investor lives now
 * @param before what all registrations of the investors concerned contributed to the figures before
 */
public record RegistrationChanged(
        What what,
        UUID registrationId,
        String number,
        UUID investorId,
        String areaCode,
        Contribution before,
        Contribution after)
        implements CountedChange {

    static RegistrationChanged of(What what, Registration registration, Contribution before, Contribution after) {
        return new RegistrationChanged(
                what,
                registration.id,
                registration.number,
                registration.investor.id,
                registration.investor.areaCode,
                before,
                after);
    }

    /** Whether the registration no longer counts. */
    public boolean isEnd() {
        return what == What.WITHDRAWN || what == What.MERGED || what == What.REFUSED;
    }

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
