package io.redress.registration;

import io.redress.common.time.PartialDate;
import io.redress.registration.model.Repayment;
import io.redress.registration.model.RepaymentKind;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "回款笔 / money back")
public record RepaymentLine(
        @Schema(required = true) @NotNull PartialDate repaidOn,
        @Schema(required = true) @NotNull RepaymentKind kind,

        @Schema(description = "金额，元", required = true, examples = "1200.00")
        @NotNull
        @DecimalMin("0.01")
        @DecimalMax("999999999999.99")
        BigDecimal amount) {

    public static RepaymentLine of(Repayment repayment) {
        return new RepaymentLine(repayment.repaidOn, repayment.kind, repayment.amount);
    }

    public Repayment toRepayment() {
        return Repayment.of(repaidOn, kind, amount);
    }
}
