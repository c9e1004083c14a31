package io.redress.registration.investor;

import io.redress.common.problem.Violations;
import io.redress.common.text.Blanks;
import io.redress.identity.PersonName;
import io.redress.identity.Phone;
import io.redress.registration.investor.InvestorDetails.EmergencyContact;
import java.util.Objects;
import java.util.stream.Stream;

/** A person's contact data, normalised. */
public record ContactDetails(String phone, String otherPhone, EmergencyContact emergency) {

    public static ContactDetails of(InvestorDetails details, Violations violations) {
        return of(details.phone(), details.otherPhone(), details.emergencyContact(), "/investor", violations);
    }

    public static ContactDetails of(
            String phone, String otherPhone, EmergencyContact emergency, String pointer, Violations violations) {
        return new ContactDetails(
                phone(phone, pointer + "/phone", violations),
                phone(otherPhone, pointer + "/otherPhone", violations),
                emergency == null
                        ? null
                        : new EmergencyContact(
                                PersonName.normalise(emergency.name()),
                                emergency.relation(),
                                phone(emergency.phone(), pointer + "/emergencyContact/phone", violations)));
    }

    /** Adds missing contact data to a known person, and keeps the existing data. */
    public void fillGapsOf(Investor known) {
        new ContactDetails(
                        known.phone() == null ? phone : null,
                        known.otherPhone() == null ? otherPhone : null,
                        known.emergencyName() == null ? emergency : null)
                .writeTo(known);
    }

    /** For two records of the same person: the data of one fills gaps in the other. */
    public static void handOver(Investor from, Investor to) {
        var phones = Stream.of(to.phone(), to.otherPhone(), from.phone(), from.otherPhone())
                .filter(Objects::nonNull)
                .distinct()
                .limit(2)
                .toList();
        if (!phones.isEmpty()) {
            to.reachBy(phones.get(0), phones.size() > 1 ? phones.get(1) : null);
        }
        if (to.emergencyName() == null && from.emergencyName() != null) {
            to.reachInEmergency(from.emergencyName(), from.emergencyRelation(), from.emergencyPhone());
        }
    }

    /** Whether given data contradicts the stored data. */
    public boolean differFrom(Investor known) {
        return differs(phone, known.phone())
                || differs(otherPhone, known.otherPhone())
                || emergency != null
                        && (differs(emergency.name(), known.emergencyName())
                                || differs(emergency.phone(), known.emergencyPhone()));
    }

    private static boolean differs(String given, String known) {
        return given != null && known != null && !given.equals(known);
    }

    /** Writes the given data; absent data leaves the stored data unchanged. */
    public void writeTo(Investor investor) {
        if (phone != null || otherPhone != null) {
            investor.reachBy(
                    phone != null ? phone : investor.phone(), otherPhone != null ? otherPhone : investor.otherPhone());
        }
        if (emergency != null) {
            investor.reachInEmergency(emergency.name(), emergency.relation(), emergency.phone());
        }
    }

    public static String phone(String typed, String pointer, Violations violations) {
        if (Blanks.toNull(typed) == null) {
            return null;
        }
        var phone = Phone.normalise(typed);
        if (phone.isEmpty()) {
            violations.add(pointer, "phone-malformed");
        }
        return phone.orElse(null);
    }
}
