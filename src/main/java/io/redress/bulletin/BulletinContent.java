package io.redress.bulletin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that a bulletin prints.
 *
 * @param organisation 编发单位, in full
 * @param seriesTitle the red name at its head, such as 共信赢事件工作周报
 * @param title without the period, which is printed below it
 * @param year of the number
 * @param number 期号 within the year; null for a draft, which says so on every page
 * @param weekStartsOn first day reported
 * @param weekEndsOn last day reported
 * @param issuedOn 印发日期, the day it was signed; null while it is not
 * @param signedBy 签发; null while nobody has
 */
@Schema(description = "周报内容，如所印 / what a bulletin prints")
public record BulletinContent(
        String organisation,
        String seriesTitle,
        String title,
        int year,
        Integer number,
        LocalDate weekStartsOn,
        LocalDate weekEndsOn,
        LocalDate issuedOn,
        String signedBy,
        List<Section> sections,
        List<Table> tables) {

    /**
     * One numbered part of the text.
     *
     * @param key by which a program knows it
     * @param heading as printed, such as 一、基本情况
     * @param body paragraphs, one a line; a line that begins with （一） and the like is a sub-heading; empty lines are not
     *     printed
     */
    @Schema(name = "BulletinContentSection", description = "一节文字 / a section of words")
    public record Section(String key, String heading, String body) {}

    /**
     * A table of figures after the text.
     *
     * @param columns headings of the columns, repeated on every page the table runs over
     * @param rows cells as printed, each row as long as {@code columns}
     * @param note printed below; null or blank for none
     */
    @Schema(name = "BulletinTable", description = "一张表 / a table")
    public record Table(String caption, List<String> columns, List<List<String>> rows, String note) {

        public Table {
            if (columns.isEmpty() || rows.stream().anyMatch(row -> row.size() != columns.size())) {
                throw new IllegalArgumentException("rows and columns do not match in " + caption);
            }
        }
    }

    @JsonIgnore
    public boolean isDraft() {
        return number == null;
    }
}
