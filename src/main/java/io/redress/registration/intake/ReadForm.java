package io.redress.registration.intake;

import io.redress.area.Place;
import io.redress.identity.IdentityDocument;
import io.redress.platform.Platform;
import io.redress.registration.investor.ContactDetails;
import io.redress.registration.investor.Investor;
import io.redress.registration.investor.InvestorDetails;
import io.redress.registration.model.Registration;
import java.time.Instant;

/** A registration form that was read and is valid by itself; whether the person is known is not looked up yet. */
record ReadForm(
        Registration draft,
        Platform platform,
        InvestorDetails details,
        IdentityDocument document,
        ContactDetails contacts,
        Place place) {

    /** The person, where no record has the document. */
    Investor newcomer(Instant now) {
        var newcomer = Investor.newcomer(now);
        newcomer.describe(details.kind(), document.sex().orElse(details.sex()));
        newcomer.call(details.name());
        newcomer.identify(document, details.bornOn());
        contacts.writeTo(newcomer);
        newcomer.liveAt(place);
        newcomer.needCare(Boolean.TRUE.equals(details.elderly()), Boolean.TRUE.equals(details.hardship()));
        return newcomer;
    }

    @Override
    public String toString() {
        return "ReadForm[]";
    }
}
