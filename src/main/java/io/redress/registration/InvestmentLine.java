package io.redress.registration;

import io.redress.common.time.PartialDate;
import io.redress.registration.model.Investment;
import io.redress.registration.model.PaymentMethod;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "投资笔 / money in")
public record InvestmentLine(
        @Schema(description = "产品或标的", required = true, examples = "活期宝") @NotBlank @Size(max = 200)
        String product,

        @Schema(nullable = true) @Size(max = 100) String contractNumber,

        @Schema(required = true) @NotNull PartialDate investedOn,
        @Schema(nullable = true) PartialDate maturesOn,

        @Schema(description = "本金，元", required = true, examples = "50000.00")
        @NotNull
        @DecimalMin("0.01")
        @DecimalMax("999999999999.99")
        BigDecimal principal,

        @Schema(description = "约定年化，百分数", nullable = true, examples = "8.50") @DecimalMin("0.00") @DecimalMax("9999.99")
        BigDecimal annualRatePercent,

        @Schema(nullable = true) PaymentMethod paymentMethod,

        @Schema(description = "付款账号", nullable = true) @Size(max = 40)
        String bankAccount,

        @Schema(description = "复投，不增加本金 / rolled over, adds no principal", nullable = true)
        Boolean rolledOver) {

    public static InvestmentLine of(Investment investment) {
        return new InvestmentLine(
                investment.product(),
                investment.contractNumber(),
                investment.investedOn,
                investment.maturesOn,
                investment.principal,
                investment.annualRate,
                investment.paymentMethod,
                investment.bankAccount(),
                investment.rolledOver);
    }

    public InvestmentLine withBankAccount(String account) {
        return new InvestmentLine(
                product,
                contractNumber,
                investedOn,
                maturesOn,
                principal,
                annualRatePercent,
                paymentMethod,
                account,
                rolledOver);
    }

    public Investment toInvestment() {
        return Investment.of(
                product,
                contractNumber,
                investedOn,
                maturesOn,
                principal,
                annualRatePercent,
                paymentMethod,
                bankAccount == null ? null : bankAccount.replaceAll("\\s", ""),
                Boolean.TRUE.equals(rolledOver));
    }
}
