package io.redress.registration;

import io.redress.registration.model.Registration;
import java.util.UUID;

/** The attributes of a registration that other features use. */
public record RegistrationBrief(
        UUID id, String number, UUID platformId, UUID investorId, String investorName, String areaCode) {

    public static RegistrationBrief of(Registration registration) {
        return new RegistrationBrief(
                registration.id,
                registration.number,
                registration.platformId,
                registration.investor.id,
                registration.investor.name(),
                registration.investor.areaCode);
    }
}
