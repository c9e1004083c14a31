package io.redress.registration;

import java.util.UUID;

/** A live registration as other features know it. */
public record LiveRegistration(
        UUID id, String number, UUID platformId, UUID investorId, String investorName, String areaCode) {

    static LiveRegistration of(Registration registration) {
        return new LiveRegistration(
                registration.id,
                registration.number,
                registration.platformId,
                registration.investor.id,
                registration.investor.name,
                registration.investor.areaCode);
    }
}
