package io.redress.registration;

import io.redress.common.problem.Violations;
import io.redress.identity.PersonName;
import io.redress.registration.InvestorDetails.EmergencyContact;

/** How somebody can be reached, normalised. */
record Contacts(String phone, String otherPhone, EmergencyContact emergency) {

    static Contacts of(InvestorDetails details, Violations violations) {
        return of(details.phone(), details.otherPhone(), details.emergencyContact(), "/investor", violations);
    }

    static Contacts of(
            String phone, String otherPhone, EmergencyContact emergency, String pointer, Violations violations) {
        return new Contacts(
                Intake.phone(phone, pointer + "/phone", violations),
                Intake.phone(otherPhone, pointer + "/otherPhone", violations),
                emergency == null
                        ? null
                        : new EmergencyContact(
                                PersonName.normalise(emergency.name()),
                                emergency.relation(),
                                Intake.phone(emergency.phone(), pointer + "/emergencyContact/phone", violations)));
    }

    /** Writes what is given; what is not stays. */
    void writeTo(Investor investor) {
        if (phone != null) {
            investor.phone = phone;
        }
        if (otherPhone != null) {
            investor.otherPhone = otherPhone;
        }
        if (emergency != null) {
            investor.emergencyName = emergency.name();
            investor.emergencyRelation = emergency.relation();
            investor.emergencyPhone = emergency.phone();
        }
    }
}
