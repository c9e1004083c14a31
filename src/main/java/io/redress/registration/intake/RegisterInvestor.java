package io.redress.registration.intake;

import io.redress.common.text.Lines;
import io.redress.identity.DocumentType;
import io.redress.registration.InvestmentLine;
import io.redress.registration.PoliceReportDetails;
import io.redress.registration.RegistrationView.AccountDetails;
import io.redress.registration.RepaymentLine;
import io.redress.registration.investor.InvestorDetails;
import io.redress.registration.model.Agent;
import io.redress.registration.model.Channel;
import io.redress.registration.model.EvidenceKind;
import io.redress.registration.model.Notice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "受理登记 / register an investor against a platform")
public record RegisterInvestor(
        @Schema(required = true) @NotNull UUID platformId,
        @Schema(required = true) @NotNull Channel channel,
        @Schema(required = true) @NotNull @Valid InvestorDetails investor,

        @Schema(description = "代理人或继承人", nullable = true) @Valid
        AgentDetails agent,

        @Schema(nullable = true) @Size(max = 20) List<@NotNull @Valid AccountDetails> platformAccounts,
        @Schema(required = true) @NotEmpty @Size(max = 200) List<@NotNull @Valid InvestmentLine> investments,
        @Schema(nullable = true) @Size(max = 1000) List<@NotNull @Valid RepaymentLine> repayments,
        @Schema(description = "已出示的材料", nullable = true) Set<@NotNull EvidenceKind> evidenceShown,

        @Schema(description = "已告知的事项", required = true) @NotNull
        Set<@NotNull Notice> noticesGiven,

        @Schema(description = "业务员", nullable = true) @Valid SalespersonDetails salesperson,

        @Schema(description = "本人曾任该平台业务员（疑似协助人，另计）", nullable = true)
        Boolean actedAsSalesperson,

        @Schema(nullable = true) @Valid PoliceReportDetails policeReport,
        @Schema(nullable = true) @Size(max = 2000) @Lines String remark) {

    @Schema(description = "代理人或继承人 / agent or heir")
    public record AgentDetails(
            @Schema(required = true) @NotNull Agent.Capacity capacity,

            @Schema(required = true, examples = "陈大文") @NotBlank @Size(max = 100)
            String name,

            @Schema(required = true) @NotNull DocumentType documentType,

            @Schema(required = true, examples = "445102195512310027") @NotBlank @Size(max = 40)
            String documentNumber,

            @Schema(nullable = true) @Size(max = 30) String phone,

            @Schema(description = "与本人关系", required = true, examples = "父子") @NotBlank @Size(max = 50)
            String relation,

            @Schema(description = "委托书、死亡证明等", required = true) @NotEmpty @Size(max = 10)
            List<Agent.@NotNull Paper> papers) {

        @Override
        public String toString() {
            return "AgentDetails[" + capacity + "]";
        }
    }

    @Schema(description = "业务员 / salesperson")
    public record SalespersonDetails(
            @Schema(required = true, examples = "张业务") @NotBlank @Size(max = 100)
            String name,

            @Schema(nullable = true) @Size(max = 30) String phone,
            @Schema(description = "所属分支机构", nullable = true) UUID branchId) {}

    @Override
    public String toString() {
        return "RegisterInvestor[" + platformId + "]";
    }
}
