package io.redress.platform;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** The days on which registration is open, both ends included; a null end is unbounded. */
@Embeddable
record RegistrationWindow(LocalDate opensOn, LocalDate closesOn) {

    boolean isOpen(LocalDate day) {
        return (opensOn == null || !day.isBefore(opensOn)) && (closesOn == null || !day.isAfter(closesOn));
    }

    boolean isInOrder() {
        return opensOn == null || closesOn == null || !closesOn.isBefore(opensOn);
    }
}
