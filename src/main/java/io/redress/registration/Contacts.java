package io.redress.registration;

import io.redress.common.problem.Violations;
import io.redress.identity.PersonName;
import io.redress.registration.InvestorDetails.EmergencyContact;
import java.util.Objects;
import java.util.stream.Stream;

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

    /** Of somebody known, keeps what is known and adds what was not. */
    void fillGapsOf(Investor known) {
        new Contacts(
                        known.phone() == null ? phone : null,
                        known.otherPhone() == null ? otherPhone : null,
                        known.emergencyName() == null ? emergency : null)
                .writeTo(known);
    }

    /** Of the same person under another document: what one record knows fills the gaps of the other. */
    static void handOver(Investor from, Investor to) {
        var phones = Stream.of(to.phone(), to.otherPhone(), from.phone(), from.otherPhone())
                .filter(Objects::nonNull)
                .distinct()
                .limit(2)
                .toList();
        if (!phones.isEmpty()) {
            to.reachBy(phones.get(0), phones.size() > 1 ? phones.get(1) : null);
        }
        if (to.emergencyName() == null && from.emergencyName() != null) {
            to.reachInEmergency(from.emergencyName(), from.emergencyRelation, from.emergencyPhone());
        }
    }

    /** Whether something given is other than what is known. */
    boolean differFrom(Investor known) {
        return differs(phone, known.phone())
                || differs(otherPhone, known.otherPhone())
                || emergency != null
                        && (differs(emergency.name(), known.emergencyName())
                                || differs(emergency.phone(), known.emergencyPhone()));
    }

    private static boolean differs(String given, String known) {
        return given != null && known != null && !given.equals(known);
    }

    /** Writes what is given; what is not stays. */
    void writeTo(Investor investor) {
        if (phone != null || otherPhone != null) {
            investor.reachBy(
                    phone != null ? phone : investor.phone(), otherPhone != null ? otherPhone : investor.otherPhone());
        }
        if (emergency != null) {
            investor.reachInEmergency(emergency.name(), emergency.relation(), emergency.phone());
        }
    }
}
