package io.redress.registration.model;

import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;

/** The person's report to the police (报案). */
public record PoliceReport(String authority, String receiptNumber, LocalDate reportedOn) {

    @Embeddable
    record Stored(
            @InClear("the name of an office") String authority,
            @Encrypted byte[] receiptNumber,
            LocalDate reportedOn) {

        /** @param kept what was stored before, or null */
        static Stored of(PoliceReport report, UUID registrationId, Stored kept) {
            return new Stored(
                    report.authority(),
                    receiptAt(registrationId).seal(report.receiptNumber(), kept == null ? null : kept.receiptNumber()),
                    report.reportedOn());
        }

        PoliceReport open(UUID registrationId) {
            return new PoliceReport(authority, receiptAt(registrationId).open(receiptNumber), reportedOn);
        }

        Stored anonymised() {
            return new Stored(authority, null, reportedOn);
        }

        private static EncryptedColumn receiptAt(UUID registrationId) {
            return EncryptedColumn.of("registration", registrationId, "police_receipt_number");
        }
    }
}
