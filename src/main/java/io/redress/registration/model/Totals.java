package io.redress.registration.model;

import io.redress.platform.LossFormula;
import io.redress.platform.SetOff;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Totals of the money paid in and received, in yuan, with the net loss by the platform's formula.
 *
 * @param principal without interest rolled over into new contracts, which is no new money
 * @param consumption spent with the platform
 * @param goodsReceived value of the goods
 * @param netLoss negative for a net gain
 */
@Embeddable
public record Totals(
        BigDecimal principal,
        BigDecimal principalRepaid,
        BigDecimal returnsPaid,
        BigDecimal consumption,
        BigDecimal goodsReceived,
        BigDecimal netLoss) {

    public static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** @param others amounts received beside principal; every {@link SetOff} must be present */
    public static Totals of(
            BigDecimal principal, BigDecimal principalRepaid, Map<SetOff, BigDecimal> others, LossFormula formula) {
        return new Totals(
                principal,
                principalRepaid,
                others.get(SetOff.RETURNS),
                others.get(SetOff.CONSUMPTION),
                others.get(SetOff.GOODS),
                formula.netLoss(principal, principalRepaid, others));
    }

    public static Totals of(List<Investment> investments, List<Repayment> repayments, LossFormula formula) {
        var principal = investments.stream()
                .filter(investment -> !investment.rolledOver)
                .map(investment -> investment.principal)
                .reduce(NOTHING, BigDecimal::add);
        var others = Map.of(
                SetOff.RETURNS, repaid(repayments, SetOff.RETURNS),
                SetOff.CONSUMPTION, repaid(repayments, SetOff.CONSUMPTION),
                SetOff.GOODS, repaid(repayments, SetOff.GOODS));
        return of(principal, repaid(repayments, null), others, formula);
    }

    /** @param part of a loss formula; null for principal */
    private static BigDecimal repaid(List<Repayment> repayments, SetOff part) {
        return repayments.stream()
                .filter(repayment -> repayment.kind.part == part)
                .map(repayment -> repayment.amount)
                .reduce(NOTHING, BigDecimal::add);
    }

    /** An amount received beside principal. */
    public BigDecimal of(SetOff part) {
        return switch (part) {
            case RETURNS -> returnsPaid;
            case CONSUMPTION -> consumption;
            case GOODS -> goodsReceived;
        };
    }

    /** All amounts received, deducted in the net loss or not. */
    public BigDecimal repaid() {
        return principalRepaid.add(returnsPaid).add(consumption).add(goodsReceived);
    }

    public boolean isLoss() {
        return netLoss.signum() > 0;
    }
}
