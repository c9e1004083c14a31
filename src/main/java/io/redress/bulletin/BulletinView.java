package io.redress.bulletin;

import io.redress.bulletin.delivery.DeliveryView;
import io.redress.bulletin.model.BulletinAction;
import io.redress.bulletin.model.BulletinKind;
import io.redress.bulletin.model.BulletinStatus;
import io.redress.bulletin.model.BulletinStep;
import io.redress.common.web.ShowsOtherRecords;
import io.redress.tally.WeekFigure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Bulletin", description = "工作周报 / bulletin")
record BulletinView(
        @Schema(required = true) UUID id,
        @Schema(required = true) BulletinKind kind,

        @Schema(description = "汇总为 null / null for the digest", nullable = true)
        UUID platformId,

        @Schema(required = true, examples = "2021-03-01") LocalDate weekStartsOn,
        @Schema(required = true, examples = "2021-03-07") LocalDate weekEndsOn,
        @Schema(description = "截止时刻", required = true) Instant cutOffAt,
        @Schema(required = true) BulletinStatus status,

        @Schema(required = true, examples = "关于“共信赢”事件处置工作情况的周报")
        String title,

        @Schema(required = true) List<SectionView> sections,

        @Schema(
                description = "PDF 字体没有、将印作〓的字；有则签发须另行确认"
                        + " / characters that are printed as 〓; signing then takes an acknowledgement",
                required = true)
        List<MissingCharacters> missingCharacters,

        @Schema(description = "指标，期初 + 新增 − 核减 = 期末；汇总的为各平台及跨平台合计 / figures of the week", required = true)
        List<WeekFigure> figures,

        @Schema(description = "何人何时经手 / who did what, when", required = true)
        List<StepView> steps,

        @Schema(nullable = true) Integer year,

        @Schema(description = "期号，按年度连续编号 / number within the year, without gaps", nullable = true)
        Integer number,

        @Schema(description = "印发日期", nullable = true) LocalDate issuedOn,

        @Schema(description = "签发内容（/bulletins/{id}.json）的 SHA-256", nullable = true)
        String digest,

        @Schema(description = "所更正的周报 / the bulletin it corrects", nullable = true)
        UUID correctsId,

        @Schema(description = "更正它的周报 / the bulletin that corrects it", nullable = true)
        UUID correctedById,

        @Schema(description = "电子邮件送达情况 / deliveries by e-mail", required = true)
        List<DeliveryView> deliveries,

        @Schema(required = true) long version)
        implements ShowsOtherRecords {

    @Schema(name = "BulletinStep", description = "周报流转的一步 / one step on its way")
    record StepView(
            @Schema(required = true) BulletinAction action,

            @Schema(description = "经手人；自动拟稿为 null / null when the program did it", nullable = true)
            UUID accountId,

            @Schema(required = true, examples = "陈示例") String takenBy,
            @Schema(required = true) Instant takenAt,

            @Schema(description = "退回、作废、更正的理由 / why it was sent back, voided or corrected", nullable = true)
            String reason) {

        static StepView of(BulletinStep step) {
            return new StepView(step.action(), step.accountId(), step.takenBy(), step.takenAt(), step.reason());
        }
    }
}
