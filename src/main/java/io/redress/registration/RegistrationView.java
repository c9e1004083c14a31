package io.redress.registration;

import io.redress.common.text.Words;
import io.redress.common.web.ShowsOtherRecords;
import io.redress.identity.DocumentType;
import io.redress.platform.Platform;
import io.redress.privacy.Masks;
import io.redress.registration.RegistrationWarning.Warnings;
import io.redress.registration.model.Agent;
import io.redress.registration.model.Channel;
import io.redress.registration.model.EvidenceKind;
import io.redress.registration.model.Investment;
import io.redress.registration.model.Notice;
import io.redress.registration.model.PlatformAccount;
import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationStatus;
import io.redress.registration.model.Totals;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Registration", description = "受理登记 / registration")
public record RegistrationView(
        @Schema(required = true) UUID id,

        @Schema(description = "登记编号，末位为校验位", required = true, examples = "2021-000001-5")
        String number,

        @Schema(required = true) RegistrationStatus status,
        @Schema(required = true) UUID platformId,
        @Schema(required = true, examples = "团贷网") String platformName,
        @Schema(required = true) Channel channel,
        @Schema(required = true) Instant receivedAt,
        @Schema(description = "登记人", required = true) String receivedBy,
        @Schema(required = true) InvestorView investor,
        @Schema(nullable = true) AgentView agent,
        @Schema(required = true) List<AccountDetails> platformAccounts,
        @Schema(required = true) List<InvestmentLine> investments,
        @Schema(required = true) List<RepaymentLine> repayments,
        @Schema(required = true) Set<EvidenceKind> evidenceShown,
        @Schema(description = "材料齐备", required = true) boolean evidenceComplete,
        @Schema(required = true) Set<Notice> noticesGiven,
        @Schema(nullable = true) String salespersonName,
        @Schema(nullable = true) UUID salespersonBranchId,
        @Schema(description = "疑似协助人，另计", required = true) boolean actedAsSalesperson,
        @Schema(nullable = true) PoliceReportDetails policeReport,
        @Schema(nullable = true) String remark,
        @Schema(description = "申报合计", required = true) TotalsView declared,
        @Schema(description = "核实合计", nullable = true) TotalsView verified,
        @Schema(description = "司法认定合计", nullable = true) TotalsView adjudicated,

        @Schema(description = "净损失，取已确认程度最高的一栏；负数为净收益", required = true, examples = "38800.00")
        BigDecimal netLoss,

        @Schema(nullable = true) UUID mergedIntoId,

        @Schema(description = "并入的登记的编号 / number of the registration it was merged into", nullable = true)
        String mergedIntoNumber,

        @Schema(nullable = true) String endReason,
        @Schema(nullable = true) Instant endedAt,
        @Schema(required = true) List<RegistrationWarning> warnings,
        @Schema(required = true) long version)
        implements ShowsOtherRecords {

    @Schema(name = "PlatformAccount", description = "平台账户 / an account with the platform")
    public record AccountDetails(
            @Schema(required = true, examples = "tdw_8812") @NotBlank @Size(max = 100)
            String username,

            @Schema(description = "注册手机", nullable = true) @Size(max = 30)
            String registeredPhone) {

        public PlatformAccount toAccount() {
            return new PlatformAccount(username, registeredPhone);
        }
    }

    @Schema(name = "Totals", description = "合计，元 / totals in yuan")
    public record TotalsView(
            @Schema(required = true, examples = "50000.00") BigDecimal principal,
            @Schema(required = true, examples = "10000.00") BigDecimal principalRepaid,
            @Schema(required = true, examples = "1200.00") BigDecimal returnsPaid,

            @Schema(description = "消费 / spent with the platform", required = true, examples = "0.00")
            BigDecimal consumption,

            @Schema(description = "取得实物价值 / value of goods received", required = true, examples = "0.00")
            BigDecimal goodsReceived,

            @Schema(required = true, examples = "38800.00") BigDecimal netLoss) {

        static TotalsView of(Totals totals) {
            return totals == null
                    ? null
                    : new TotalsView(
                            totals.principal(),
                            totals.principalRepaid(),
                            totals.returnsPaid(),
                            totals.consumption(),
                            totals.goodsReceived(),
                            totals.netLoss());
        }
    }

    /** The person who registers for another person, masked. */
    @Schema(name = "Agent", description = "代理人或继承人，已掩码 / agent or heir, masked")
    public record AgentView(
            @Schema(required = true) Agent.Capacity capacity,
            @Schema(required = true, examples = "陈大文") String name,
            @Schema(required = true) DocumentType documentType,

            @Schema(required = true, examples = "445102********0027")
            String documentNumber,

            @Schema(nullable = true) String phone,
            @Schema(required = true) String relation,
            @Schema(required = true) List<Agent.Paper> papers) {

        static AgentView of(Agent agent, UUID registrationId) {
            return agent == null
                    ? null
                    : new AgentView(
                            agent.capacity,
                            agent.name(registrationId),
                            agent.documentType,
                            Masks.documentNumber(agent.documentNumber(registrationId)),
                            Masks.phone(agent.phone(registrationId)),
                            agent.relation(registrationId),
                            agent.papers);
        }
    }

    public static RegistrationView of(
            Registration registration,
            Platform platform,
            List<Registration> ofSameInvestor,
            Warnings warnings,
            Words words) {
        return new RegistrationView(
                registration.id,
                registration.number,
                registration.status,
                platform.id,
                platform.name,
                registration.channel,
                registration.receivedAt,
                registration.receivedBy,
                InvestorView.of(registration.investor, ofSameInvestor),
                AgentView.of(registration.agent, registration.id),
                registration.accounts().stream()
                        .map(account -> new AccountDetails(account.username(), Masks.phone(account.registeredPhone())))
                        .toList(),
                registration.investments.stream().map(RegistrationView::masked).toList(),
                registration.repayments.stream().map(RepaymentLine::of).toList(),
                new TreeSet<>(registration.evidenceShown),
                EvidenceKind.isComplete(registration.evidenceShown),
                new TreeSet<>(registration.noticesGiven),
                registration.salespersonName(),
                registration.salesperson().map(sold -> sold.branchId).orElse(null),
                registration.actedAsSalesperson,
                PoliceReportDetails.of(registration.policeReport()),
                registration.remark(),
                TotalsView.of(registration.declared),
                TotalsView.of(registration.verified),
                TotalsView.of(registration.adjudicated),
                registration.effective().netLoss(),
                registration.mergedIntoId,
                registration.mergedIntoNumber(),
                registration.endReason(),
                registration.endedAt,
                warnings.in(words),
                registration.version);
    }

    private static InvestmentLine masked(Investment investment) {
        return InvestmentLine.of(investment).withBankAccount(Masks.bankAccount(investment.bankAccount()));
    }
}
