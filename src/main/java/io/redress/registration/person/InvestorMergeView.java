package io.redress.registration.person;

import io.redress.identity.DocumentType;
import io.redress.privacy.Masks;
import io.redress.registration.investor.Investor;
import io.redress.registration.investor.InvestorMerge;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "InvestorMerge", description = "人员合并记录 / two records found to be one person")
public record InvestorMergeView(
        @Schema(required = true) UUID id,

        @Schema(description = "被并入的记录 / the record that was merged", required = true)
        UUID investorId,

        @Schema(required = true, examples = "陈小明") String name,
        @Schema(required = true) DocumentType documentType,

        @Schema(required = true, examples = "445102********0018")
        String documentNumber,

        @Schema(nullable = true, examples = "138****8000") String phone,

        @Schema(description = "并入的记录 / the record it was merged into", required = true)
        UUID intoId,

        @Schema(description = "原因；匿名后清除", nullable = true) String reason,
        @Schema(required = true) Instant mergedAt,
        @Schema(required = true) String mergedBy,
        @Schema(nullable = true) String undoReason,

        @Schema(description = "撤销时间；未撤销的为空", nullable = true)
        Instant undoneAt,

        @Schema(nullable = true) String undoneBy,
        @Schema(required = true) long version) {

    static InvestorMergeView of(InvestorMerge merge) {
        Investor investor = Investor.findById(merge.investorId);
        return new InvestorMergeView(
                merge.id,
                investor.id,
                investor.name(),
                investor.documentType,
                Masks.documentNumber(investor.documentNumber()),
                Masks.phone(investor.phone()),
                merge.intoId,
                merge.reason(),
                merge.mergedAt,
                merge.mergedBy,
                merge.undoReason(),
                merge.undoneAt,
                merge.undoneBy,
                merge.version);
    }

    @Override
    public String toString() {
        return "InvestorMerge[" + id + "]";
    }
}
