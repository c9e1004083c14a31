package io.redress.bulletin;

import io.redress.tally.WeekFigure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Bulletin", description = "工作周报 / bulletin")
record BulletinView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID platformId,
        @Schema(required = true, examples = "2021-03-01") LocalDate weekStartsOn,
        @Schema(required = true, examples = "2021-03-07") LocalDate weekEndsOn,
        @Schema(description = "截止时刻", required = true) Instant cutOffAt,
        @Schema(required = true) BulletinStatus status,

        @Schema(required = true, examples = "关于“共信赢”事件处置工作情况的周报")
        String title,

        @Schema(required = true) List<BulletinSection> sections,

        @Schema(description = "本平台的指标，期初 + 新增 − 核减 = 期末", required = true)
        List<WeekFigure> figures,

        @Schema(required = true) String draftedBy,
        @Schema(nullable = true) Integer year,

        @Schema(description = "期号，按年度连续编号 / number within the year, without gaps", nullable = true)
        Integer number,

        @Schema(description = "印发日期", nullable = true) LocalDate issuedOn,
        @Schema(description = "签发", nullable = true) String issuedBy,

        @Schema(description = "签发内容（/bulletins/{id}.json）的 SHA-256", nullable = true)
        String digest,

        @Schema(required = true) long version) {}
