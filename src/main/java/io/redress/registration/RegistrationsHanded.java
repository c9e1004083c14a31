package io.redress.registration;

import io.redress.registration.investor.InvestorMerge;
import io.redress.registration.model.RegistrationEvent;
import io.redress.tally.Contribution;
import io.redress.tally.CountedChange;
import java.util.List;
import java.util.UUID;

/**
 * Domain event: registrations moved from one record to another, because two people turned out to be one, or one to be
 * two.
 *
 * @param what either {@link RegistrationEvent#PERSON_MERGED} or {@link RegistrationEvent#PERSON_SEPARATED}
 * @param mergeId the {@link InvestorMerge}
 * @param registrations those that moved, in their present state
 */
public record RegistrationsHanded(
        RegistrationEvent what,
        UUID mergeId,
        List<RegistrationBrief> registrations,
        Contribution before,
        Contribution after)
        implements CountedChange {

    @Override
    public String cause() {
        return what.cause();
    }

    @Override
    public UUID causeId() {
        return mergeId;
    }
}
