package io.redress.registration.correction;

import io.redress.common.text.Lines;
import io.redress.registration.InvestmentLine;
import io.redress.registration.PoliceReportDetails;
import io.redress.registration.RepaymentLine;
import io.redress.registration.model.EvidenceKind;
import io.redress.registration.model.Notice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "更正登记：给出的部分整体替换，未给出（null）的不变 / what is given replaces, what is absent stays")
public record CorrectRegistration(
        @Schema(description = "更正原因", required = true, examples = "漏登一笔投资") @NotBlank @Size(max = 500)
        String reason,

        @Schema(nullable = true, minItems = 1) @Size(min = 1, max = 200)
        List<@NotNull @Valid InvestmentLine> investments,

        @Schema(nullable = true) @Size(max = 1000) List<@NotNull @Valid RepaymentLine> repayments,
        @Schema(nullable = true) Set<@NotNull EvidenceKind> evidenceShown,
        @Schema(nullable = true) @Valid PoliceReportDetails policeReport,

        @Schema(description = "误记为已报案的，置为 true / takes back a report entered by mistake", nullable = true)
        Boolean notReportedToPolice,

        @Schema(description = "已告知的事项（整体替换）", nullable = true)
        Set<@NotNull Notice> noticesGiven,

        @Schema(nullable = true) @Size(max = 2000) @Lines String remark,
        @Schema(nullable = true) Boolean actedAsSalesperson) {}
