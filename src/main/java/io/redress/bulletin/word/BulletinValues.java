package io.redress.bulletin.word;

import com.deepoove.poi.data.TextRenderData;
import com.deepoove.poi.data.Texts;
import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinContent.Recipients;
import io.redress.bulletin.print.BulletinContent.Section;
import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.bulletin.print.BulletinContent.Trend;
import io.redress.bulletin.print.PrintableText;
import io.redress.bulletin.print.TrendPicture;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of a bulletin by template tag, see {@link TemplateTag}. */
public final class BulletinValues {

    private static final String UNDATED = "　　年　月　日";
    private static final String DRAFT = "草稿";

    private static final Pattern SUBHEADING = Pattern.compile("^[（(][一二三四五六七八九十]+[）)].*");

    /** Half-widths in a line of 156 mm, for a title of 22 points. */
    private static final int TITLE_LINE = 40;

    /** In points; 版心 is 442 wide. A short name is not made larger than this. */
    private static final int LARGEST_NAME = 52;

    /** A name that would be smaller than this on one line is set on two lines. */
    private static final int SMALLEST_ON_ONE_LINE = 30;

    private static final int LARGEST_ON_TWO_LINES = 36;
    private static final int SMALLEST_NAME = 22;
    private static final int WIDTH = 436;

    private BulletinValues() {}

    static Map<String, Object> of(BulletinContent content) {
        var values = new HashMap<String, Object>();
        values.put("organisation", text(content.organisation()));
        values.put("seriesTitle", seriesTitle(PrintableText.of(content.seriesTitle())));
        values.put("issue", content.isDraft() ? DRAFT : content.year() + "年第" + content.number() + "期");
        values.put("issuedOn", content.issuedOn() == null ? UNDATED : date(content.issuedOn()));
        values.put("title", text(BalancedLines.of(PrintableText.of(content.title()), TITLE_LINE)));
        values.put("isCorrection", content.corrects() != null);
        values.put("corrects", text(content.corrects()));
        values.put("period", period(content.weekStartsOn(), content.weekEndsOn()));
        values.put("draftedBy", text(content.draftedBy()));
        values.put("reviewedBy", text(content.reviewedBy()));
        values.put("signedBy", text(content.signedBy()));
        values.put("people", text(people(content)));
        values.put(
                "recipients",
                content.recipients().stream().map(BulletinValues::recipients).toList());
        values.put(
                "sections",
                content.sections().stream().map(BulletinValues::section).toList());
        values.putAll(trend(content.trend()));
        values.put(
                "tables", content.tables().stream().map(BulletinValues::table).toList());
        return values;
    }

    /** The names so far, as one line of the 版记. */
    private static String people(BulletinContent content) {
        var names = new LinkedHashMap<String, String>();
        names.put("拟稿", content.draftedBy());
        names.put("审核", content.reviewedBy());
        names.put("签发", content.signedBy());
        return names.entrySet().stream()
                .filter(person ->
                        person.getValue() != null && !person.getValue().isBlank())
                .map(person -> person.getKey() + "：" + person.getValue())
                .collect(Collectors.joining("　　"));
    }

    private static Map<String, Object> recipients(Recipients recipients) {
        var names = recipients.names().strip();
        var end = names.endsWith("。") ? "" : "。";
        return Map.of("recipient", text(recipients.manner() + "：" + names + end));
    }

    private static Map<String, Object> section(Section section) {
        var lines = section.body().lines().map(String::strip).filter(line -> !line.isEmpty());
        return Map.of(
                "heading",
                text(section.heading()),
                "isFirstLevel",
                section.level() == 1,
                "isSecondLevel",
                section.level() != 1,
                "lines",
                lines.map(BulletinValues::line).toList());
    }

    private static Map<String, Object> line(String line) {
        var isSubheading = SUBHEADING.matcher(line).matches();
        return Map.of("isSubheading", isSubheading, "isParagraph", !isSubheading, "text", text(line));
    }

    private static Map<String, Object> trend(Trend trend) {
        if (trend == null) {
            return Map.of("hasTrend", false);
        }
        var drawn = new BulletinPicture.Drawing(trend, TrendPicture.drawnOnce(trend));
        return Map.of("hasTrend", true, "picture", drawn, "pictureCaption", text(trend.caption()));
    }

    private static Map<String, Object> table(Table table) {
        var note = Optional.ofNullable(table.note()).filter(words -> !words.isBlank());
        return Map.of(
                "caption", text(table.caption()),
                "grid", table,
                "hasNote", note.isPresent(),
                "note", text("注：" + note.orElse("")));
    }

    private static TextRenderData text(String text) {
        return Texts.of(PrintableText.of(text)).create();
    }

    /** As large as its line allows. */
    private static TextRenderData seriesTitle(String name) {
        var onOneLine = sizeOf(name);
        if (onOneLine >= SMALLEST_ON_ONE_LINE) {
            return Texts.of(name).fontSize(Math.min(LARGEST_NAME, onOneLine)).create();
        }
        var lines = BalancedLines.into(2, name);
        var onTwoLines = lines.stream().mapToInt(BulletinValues::sizeOf).min().orElseThrow();
        var size = Math.max(SMALLEST_NAME, Math.min(LARGEST_ON_TWO_LINES, onTwoLines));
        return Texts.of(String.join("\n", lines)).fontSize(size).create();
    }

    private static int sizeOf(String line) {
        return 2 * WIDTH / Math.max(1, PrintableText.halfWidths(line));
    }

    static String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("y年M月d日", Locale.ROOT));
    }

    private static String period(LocalDate from, LocalDate to) {
        var end =
                from.getYear() == to.getYear() ? to.format(DateTimeFormatter.ofPattern("M月d日", Locale.ROOT)) : date(to);
        return date(from) + "—" + end;
    }
}
