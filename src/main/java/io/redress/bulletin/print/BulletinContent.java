package io.redress.bulletin.print;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.redress.tally.WeekFigure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The complete content of a bulletin; every file of a bulletin is rendered from this alone.
 *
 * @param organisation 编发单位, in full
 * @param seriesTitle the red name in the masthead, such as 共信赢事件工作周报
 * @param title without the period, which is printed below it
 * @param year of the number
 * @param number 期号 within the year; null for a draft, which says so on every page
 * @param weekStartsOn first day reported
 * @param weekEndsOn last day reported
 * @param issuedOn 印发日期, the day it was signed; null before
 * @param draftedBy 拟稿
 * @param reviewedBy 审核; null before the review
 * @param signedBy 签发; null before the signature
 * @param corrects for a 更正 the bulletin it replaces, as printed: 2021年第12期; null for any other
 * @param recipients of the 版记, in the order printed
 * @param trend the last twelve weeks, drawn as a chart before the tables; null when there is nothing to draw
 * @param figures of the closed week, from which text and tables are made; for programs, not printed
 */
@Schema(description = "周报内容，如所印 / what a bulletin prints")
public record BulletinContent(
        String organisation,
        String seriesTitle,
        String title,
        int year,
        @Schema(nullable = true) Integer number,
        LocalDate weekStartsOn,
        LocalDate weekEndsOn,
        @Schema(nullable = true) LocalDate issuedOn,
        @Schema(nullable = true) String draftedBy,
        @Schema(nullable = true) String reviewedBy,
        @Schema(nullable = true) String signedBy,
        @Schema(nullable = true) String corrects,
        List<Recipients> recipients,
        List<Section> sections,
        @Schema(nullable = true) Trend trend,
        List<Table> tables,
        List<WeekFigure> figures) {

    public BulletinContent {
        recipients = recipients == null ? List.of() : recipients;
        figures = figures == null ? List.of() : figures;
    }

    /**
     * Recipients of the bulletin.
     *
     * @param manner 报 (to higher offices), 送 (to offices of the same level) or 发 (to lower offices)
     * @param names as printed, such as 区委、区政府，市金融工作局
     */
    @Schema(name = "BulletinRecipients", description = "版记中的报、送、发 / who is sent the bulletin")
    public record Recipients(String manner, String names) {}

    /**
     * One section of the text.
     *
     * @param key identifies the section for programs
     * @param level 1 for headings like 一、 and 2 for headings like （一）
     * @param heading as printed, such as 一、基本情况
     * @param body one paragraph per line; empty lines are not printed; may be empty where sub-sections follow
     */
    @Schema(name = "BulletinContentSection", description = "一节文字 / a section of words")
    public record Section(String key, int level, String heading, String body) {

        public Section {
            // In bulletins issued before sub-sections became sections of their own, the level is missing.
            level = Math.max(1, level);
        }
    }

    /**
     * A table of figures after the text.
     *
     * @param columns headings of the columns, repeated on every page of the table
     * @param rows cells as printed, each row as long as {@code columns}; a cell is a label or a number without
     *     separators, persons without and yuan with two decimals
     * @param note printed below; null or blank for none
     */
    @Schema(name = "BulletinTable", description = "一张表 / a table")
    public record Table(
            String caption,
            List<String> columns,
            List<List<String>> rows,
            @Schema(nullable = true) String note) {

        public Table {
            if (columns.isEmpty() || rows.stream().anyMatch(row -> row.size() != columns.size())) {
                throw new IllegalArgumentException("rows and columns do not match in " + caption);
            }
        }
    }

    /**
     * The last weeks, at most twelve, oldest first, the reported one last.
     *
     * @param caption printed below the chart
     */
    @Schema(name = "BulletinTrend", description = "近十二周走势 / the last twelve weeks")
    public record Trend(String caption, List<Point> points) {

        /**
         * @param added 本期新增登记, people
         * @param closing 本期累计登记, people
         * @param netLoss 本期累计净损失, yuan
         */
        @Schema(name = "BulletinTrendPoint", description = "走势中的一周 / one week of the trend")
        public record Point(LocalDate weekEndsOn, long added, long closing, BigDecimal netLoss) {}
    }

    /** The content as it will read after the signature. */
    public BulletinContent signed(int nextNumber, LocalDate day, String by) {
        return new BulletinContent(
                organisation,
                seriesTitle,
                title,
                day.getYear(),
                nextNumber,
                weekStartsOn,
                weekEndsOn,
                day,
                draftedBy,
                reviewedBy,
                by,
                corrects,
                recipients,
                sections,
                trend,
                tables,
                figures);
    }

    @JsonIgnore
    public boolean isDraft() {
        return number == null;
    }
}
