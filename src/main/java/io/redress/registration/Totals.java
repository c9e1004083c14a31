package io.redress.registration;

import io.redress.platform.LossFormula;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What went in and what came back, in yuan, with the net loss the platform's formula makes of it.
 *
 * @param principal without interest rolled over into new contracts, which is no new money
 * @param netLoss negative for a net gain
 */
@Embeddable
public record Totals(BigDecimal principal, BigDecimal principalRepaid, BigDecimal returnsPaid, BigDecimal netLoss) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    static Totals of(BigDecimal principal, BigDecimal principalRepaid, BigDecimal returnsPaid, LossFormula formula) {
        return new Totals(
                principal, principalRepaid, returnsPaid, formula.netLoss(principal, principalRepaid, returnsPaid));
    }

    static Totals of(List<Investment> investments, List<Repayment> repayments, LossFormula formula) {
        var principal = investments.stream()
                .filter(investment -> !investment.rolledOver)
                .map(investment -> investment.principal)
                .reduce(NOTHING, BigDecimal::add);
        return of(principal, repaid(repayments, true), repaid(repayments, false), formula);
    }

    private static BigDecimal repaid(List<Repayment> repayments, boolean asPrincipal) {
        return repayments.stream()
                .filter(repayment -> repayment.kind.isPrincipal() == asPrincipal)
                .map(repayment -> repayment.amount)
                .reduce(NOTHING, BigDecimal::add);
    }

    BigDecimal repaid() {
        return principalRepaid.add(returnsPaid);
    }

    boolean isLoss() {
        return netLoss.signum() > 0;
    }
}
