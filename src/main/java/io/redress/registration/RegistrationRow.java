package io.redress.registration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RegistrationRow", description = "登记列表的一行 / one row of the register")
public record RegistrationRow(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "2021-000001-5") String number,
        @Schema(required = true) RegistrationStatus status,
        @Schema(required = true) UUID platformId,
        @Schema(required = true) UUID investorId,
        @Schema(required = true, examples = "陈小明") String investorName,
        @Schema(required = true, examples = "445102010001") String areaCode,
        @Schema(required = true) Instant receivedAt,
        @Schema(required = true, examples = "38800.00") BigDecimal netLoss,
        @Schema(required = true) boolean actedAsSalesperson) {

    static RegistrationRow of(Registration registration) {
        return new RegistrationRow(
                registration.id,
                registration.number,
                registration.status,
                registration.platformId,
                registration.investor.id,
                registration.investor.name,
                registration.investor.areaCode,
                registration.receivedAt,
                registration.effective().netLoss(),
                registration.actedAsSalesperson);
    }
}
