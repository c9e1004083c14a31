package io.redress.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LossFormulaTest {

    private static final Map<SetOff, BigDecimal> CAME_BACK = Map.of(
            SetOff.RETURNS, new BigDecimal("1000.00"),
            SetOff.CONSUMPTION, new BigDecimal("200.00"),
            SetOff.GOODS, new BigDecimal("30.01"));

    private static String netLoss(Set<SetOff> setOff) {
        return new LossFormula(setOff)
                .netLoss(new BigDecimal("5000.00"), new BigDecimal("500.00"), CAME_BACK)
                .toString();
    }

    @Test
    void repaid_principal_is_always_deducted_and_other_parts_if_the_formula_has_them() {
        assertThat(netLoss(EnumSet.noneOf(SetOff.class))).isEqualTo("4500.00");
        assertThat(netLoss(EnumSet.of(SetOff.RETURNS))).isEqualTo("3500.00");
        assertThat(netLoss(EnumSet.of(SetOff.RETURNS, SetOff.CONSUMPTION))).isEqualTo("3300.00");
        assertThat(netLoss(EnumSet.of(SetOff.GOODS))).isEqualTo("4469.99");
        assertThat(netLoss(EnumSet.allOf(SetOff.class))).isEqualTo("3269.99");
    }

    @Test
    void a_net_gain_stays_negative() {
        assertThat(new LossFormula(EnumSet.of(SetOff.RETURNS))
                        .netLoss(new BigDecimal("900.00"), BigDecimal.ZERO, CAME_BACK))
                .isEqualByComparingTo("-100.00");
    }

    @Test
    void the_text_of_a_formula_matches_its_calculation() {
        assertThat(new LossFormula(Set.of()).written()).isEqualTo("投入本金－已返还本金");
        assertThat(new LossFormula(Set.of(SetOff.GOODS, SetOff.RETURNS)).written())
                .isEqualTo("投入本金－已返还本金－已付回报－取得实物价值");
    }
}
