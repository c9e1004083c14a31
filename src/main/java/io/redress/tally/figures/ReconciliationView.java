package io.redress.tally.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import io.redress.tally.Figure;
import io.redress.tally.Measure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Reconciliation", description = "年度与各周的核对 / a year against its weeks")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReconciliationView(
        @Schema(description = "年度 / year", required = true, examples = "2021")
        int year,

        @Schema(
                description = "此刻起的指标尚未周结；从未周结的为 null / from then on not closed yet; null when nothing is",
                nullable = true)
        Instant closedUntil,

        @Schema(description = "差额是否全为 0 / whether every difference is 0", required = true)
        boolean balanced,

        @Schema(description = "逐平台、逐指标 / by platform and measure", required = true)
        List<Figure> items) {

    @Schema(name = "ReconciledFigure", description = "一项指标的核对 / one measure reconciled")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Figure(
            @Schema(description = "跨平台合计的指标为 null / null for what is counted over all platforms", nullable = true)
            UUID platformId,

            @Schema(required = true) Measure measure,

            @Schema(description = "全年，由台账变动直接加总 / the year, added up from its entries", nullable = true)
            Counts count,

            @Schema(description = "全年金额，元 / sums of the year in yuan", nullable = true)
            Sums amount,

            @Schema(description = "由周结而来的各段，前段的期末即后段的期初 / the parts as the weeks were closed", required = true)
            List<Term> terms,

            @Schema(description = "全年减各段之和，应全为 0 / the year less its terms, must be 0", nullable = true)
            Counts countDifference,

            @Schema(description = "金额的差额，应全为 0 / of the sums, must be 0", nullable = true)
            Sums amountDifference) {}

    @Schema(name = "ReconciliationTerm", description = "年内的一段 / a part of the year")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Term(
            @Schema(required = true) TermKind kind,
            @Schema(required = true) LocalDate startsOn,
            @Schema(required = true) LocalDate endsOn,

            @Schema(description = "其中的报告周数 / reporting weeks in it", required = true)
            int weeks,

            @Schema(nullable = true) Counts count,
            @Schema(nullable = true) Sums amount) {}

    @Schema(
            name = "ReconciliationTermKind",
            description = "WEEKS 整周；PART 跨年周中属于本年的部分，即该周周结减去其余；OPEN 尚未周结的部分"
                    + " / whole weeks; of a week across the year's end what is the year's; not closed yet")
    enum TermKind implements Labelled {
        PART("跨年周中属于本年的部分", "The part of a week that lies in this year"),
        WEEKS("整周", "Whole weeks"),
        OPEN("尚未周结", "Not closed yet");

        private final Label label;

        TermKind(String zh, String en) {
            label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }
}
