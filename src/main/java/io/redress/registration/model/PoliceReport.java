package io.redress.registration.model;

import io.redress.common.record.InClear;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** The person's report to the police (报案). */
@Embeddable
public record PoliceReport(
        @InClear("the name of an office") String authority,
        @InClear("free text, not encrypted yet") String receiptNumber,
        LocalDate reportedOn) {

    PoliceReport anonymised() {
        return new PoliceReport(authority, null, reportedOn);
    }
}
