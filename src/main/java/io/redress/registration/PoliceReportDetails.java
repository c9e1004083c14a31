package io.redress.registration;

import io.redress.registration.model.PoliceReport;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PoliceReport", description = "向公安机关报案 / report to the police")
public record PoliceReportDetails(
        @Schema(required = true, examples = "湘桥公安分局") @NotBlank @Size(max = 100)
        String authority,

        @Schema(description = "回执号", nullable = true) @Size(max = 100)
        String receiptNumber,

        @Schema(required = true, examples = "2021-02-01") @NotNull
        LocalDate reportedOn) {

    static PoliceReportDetails of(PoliceReport report) {
        return report == null
                ? null
                : new PoliceReportDetails(report.authority(), report.receiptNumber(), report.reportedOn());
    }

    /** Null for null: the person has not reported to the police. */
    public static PoliceReport read(PoliceReportDetails details) {
        return details == null
                ? null
                : new PoliceReport(details.authority(), details.receiptNumber(), details.reportedOn());
    }
}
