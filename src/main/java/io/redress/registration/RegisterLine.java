package io.redress.registration;

import io.redress.identity.DocumentType;
import io.redress.privacy.Masks;
import io.redress.registration.investor.Investor;
import io.redress.registration.model.EvidenceKind;
import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A line of the exported register: the person, document and contact data, and the loss.
 *
 * @param principal 投入本金 in yuan, of the best established totals, as are the other amounts
 * @param repaid 已返还 of every kind
 * @param netLoss negative for a net gain
 */
record RegisterLine(
        UUID id,
        String number,
        UUID platformId,
        RegistrationStatus status,
        Instant receivedAt,
        UUID investorId,
        String investorName,
        DocumentType documentType,
        String documentNumber,
        String phone,
        String areaCode,
        String streetAddress,
        BigDecimal principal,
        BigDecimal repaid,
        BigDecimal netLoss,
        boolean isPoliceReported,
        boolean isEvidenceComplete) {

    /** A line as stored, from a registration {@code r} and its investor {@code i}. */
    record Kept(
            UUID id,
            String number,
            UUID platformId,
            RegistrationStatus status,
            Instant receivedAt,
            UUID investorId,
            byte[] investorName,
            DocumentType documentType,
            byte[] documentNumber,
            byte[] phone,
            String areaCode,
            byte[] streetAddress,
            BigDecimal principal,
            BigDecimal principalRepaid,
            BigDecimal returnsPaid,
            BigDecimal consumption,
            BigDecimal goodsReceived,
            BigDecimal netLoss,
            LocalDate policeReportedOn,
            Set<EvidenceKind> evidenceShown) {

        static final String COLUMNS =
                "select r.id, r.number, r.platformId, r.status, r.receivedAt, i.id, i.name, i.documentType, i.documentNumber,"
                        + " i.phone, i.areaCode, i.streetAddress, " + effective("principal") + ", "
                        + effective("principalRepaid") + ", " + effective("returnsPaid") + ", "
                        + effective("consumption") + ", " + effective("goodsReceived") + ", " + effective("netLoss")
                        + ", r.policeReport.reportedOn, r.evidenceShown";

        /** The HQL form of {@link Registration#effective()}. */
        private static String effective(String total) {
            return "coalesce(r.adjudicated.%1$s, r.verified.%1$s, r.declared.%1$s)".formatted(total);
        }

        RegisterLine line(boolean inClear) {
            var document = Investor.cell(investorId, "document_number").open(documentNumber);
            var reachedAt = Investor.cell(investorId, "phone").open(phone);
            var address = Investor.cell(investorId, "street_address").open(streetAddress);
            return new RegisterLine(
                    id,
                    number,
                    platformId,
                    status,
                    receivedAt,
                    investorId,
                    Investor.cell(investorId, "name").open(investorName),
                    documentType,
                    inClear ? document : Masks.documentNumber(document),
                    inClear ? reachedAt : Masks.phone(reachedAt),
                    areaCode,
                    inClear ? address : Masks.streetAddress(address),
                    principal,
                    principalRepaid.add(returnsPaid).add(consumption).add(goodsReceived),
                    netLoss,
                    policeReportedOn != null,
                    EvidenceKind.isComplete(evidenceShown));
        }
    }

    @Override
    public String toString() {
        return "RegisterLine[" + number + "]";
    }
}
