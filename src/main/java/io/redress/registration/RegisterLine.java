package io.redress.registration;

import io.redress.identity.DocumentType;
import io.redress.privacy.Masks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of the register to be taken away: who, how they are known and reached, and what they lost.
 *
 * @param principal 投入本金 in yuan, of the best established totals, as are the other amounts
 * @param repaid 已返还 of every kind
 * @param netLoss negative for a net gain
 */
public record RegisterLine(
        UUID id,
        String number,
        UUID platformId,
        RegistrationStatus status,
        Instant receivedAt,
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

    static RegisterLine of(Registration registration, boolean inClear) {
        var investor = registration.investor;
        var totals = registration.effective();
        var document = investor.documentNumber();
        var phone = investor.phone();
        var address = investor.streetAddress();
        return new RegisterLine(
                registration.id,
                registration.number,
                registration.platformId,
                registration.status,
                registration.receivedAt,
                investor.name,
                investor.documentType,
                inClear ? document : Masks.documentNumber(document),
                inClear ? phone : Masks.phone(phone),
                investor.areaCode,
                inClear ? address : Masks.streetAddress(address),
                totals.principal(),
                totals.repaid(),
                totals.netLoss(),
                registration.isPoliceReported(),
                EvidenceKind.isComplete(registration.evidenceShown));
    }

    @Override
    public String toString() {
        return "RegisterLine[" + number + "]";
    }
}
