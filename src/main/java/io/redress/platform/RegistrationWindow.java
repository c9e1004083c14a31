package io.redress.platform;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days on which registration is open, both ends included; a null end is unbounded. */
@Embeddable
@Schema(description = "登记期，首尾两日均含 / registration window, both days included")
public record RegistrationWindow(
        @Schema(nullable = true, examples = "2021-01-01") LocalDate opensOn,
        @Schema(nullable = true, examples = "2021-12-31") LocalDate closesOn) {

    boolean isOpen(LocalDate day) {
        return (opensOn == null || !day.isBefore(opensOn)) && (closesOn == null || !day.isAfter(closesOn));
    }

    boolean isInOrder() {
        return opensOn == null || closesOn == null || !closesOn.isBefore(opensOn);
    }
}
