package io.redress.registration;

import io.redress.registration.investor.Investor;
import io.redress.registration.model.RegistrationStatus;
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

    /** A row as stored, from a registration {@code r} and its investor {@code i}. */
    record Kept(
            UUID id,
            String number,
            RegistrationStatus status,
            UUID platformId,
            UUID investorId,
            byte[] investorName,
            String areaCode,
            Instant receivedAt,
            BigDecimal netLoss,
            boolean actedAsSalesperson) {

        static final String COLUMNS =
                "select r.id, r.number, r.status, r.platformId, i.id, i.name, i.areaCode, r.receivedAt,"
                        + " coalesce(r.adjudicated.netLoss, r.verified.netLoss, r.declared.netLoss), r.actedAsSalesperson";

        RegistrationRow row() {
            return new RegistrationRow(
                    id,
                    number,
                    status,
                    platformId,
                    investorId,
                    Investor.cell(investorId, "name").open(investorName),
                    areaCode,
                    receivedAt,
                    netLoss,
                    actedAsSalesperson);
        }
    }
}
