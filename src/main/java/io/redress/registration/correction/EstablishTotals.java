package io.redress.registration.correction;

import io.redress.platform.LossFormula;
import io.redress.platform.SetOff;
import io.redress.registration.model.Totals;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "核实或司法认定的合计 / totals as verified or adjudicated")
public record EstablishTotals(
        @Schema(description = "投入本金，元", required = true, examples = "50000.00")
        @NotNull
        @DecimalMin("0.00")
        @DecimalMax("9999999999999.99")
        BigDecimal principal,

        @Schema(description = "已返还本金，元", required = true, examples = "10000.00")
        @NotNull
        @DecimalMin("0.00")
        @DecimalMax("9999999999999.99")
        BigDecimal principalRepaid,

        @Schema(description = "已付利息等回报，元", required = true, examples = "1200.00")
        @NotNull
        @DecimalMin("0.00")
        @DecimalMax("9999999999999.99")
        BigDecimal returnsPaid,

        @Schema(description = "消费，元；不填为 0 / spent with the platform; 0 if absent", nullable = true, examples = "0.00")
        @DecimalMin("0.00")
        @DecimalMax("9999999999999.99")
        BigDecimal consumption,

        @Schema(
                description = "取得实物价值，元；不填为 0 / value of goods received; 0 if absent",
                nullable = true,
                examples = "0.00")
        @DecimalMin("0.00")
        @DecimalMax("9999999999999.99")
        BigDecimal goodsReceived,

        @Schema(description = "依据，如核对的材料或文书号 / on what grounds", required = true, examples = "与银行流水核对一致")
        @NotBlank
        @Size(max = 500)
        String note) {

    Totals totals(LossFormula formula) {
        var others = Map.of(
                SetOff.RETURNS, returnsPaid,
                SetOff.CONSUMPTION, orNothing(consumption),
                SetOff.GOODS, orNothing(goodsReceived));
        return Totals.of(principal, principalRepaid, others, formula);
    }

    private static BigDecimal orNothing(BigDecimal amount) {
        return amount == null ? Totals.NOTHING : amount;
    }
}
