package io.redress.bulletin;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.data.TextRenderData;
import com.deepoove.poi.data.Texts;
import io.redress.bulletin.BulletinContent.Section;
import io.redress.bulletin.BulletinContent.Table;
import io.redress.common.time.Clocks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * A bulletin as a Word document, laid out by GB/T 9704-2012 with the masthead of a 简报. The layout is a Word template,
 * {@code bulletin/template.docx}, made of styles that an office can change; this class fills its tags:
 *
 * <table>
 * <caption>Tags of the template</caption>
 * <tr><td>{@code {{organisation}}}</td><td>编发单位</td></tr>
 * <tr><td>{@code {{seriesTitle}}}</td><td>the red name, made as large as one line allows</td></tr>
 * <tr><td>{@code {{issue}}}</td><td>2021年第12期, or 草稿</td></tr>
 * <tr><td>{@code {{issuedOn}}}</td><td>印发日期, or 年 月 日 to be filled in</td></tr>
 * <tr><td>{@code {{signedBy}}}</td><td>签发, or nothing</td></tr>
 * <tr><td>{@code {{title}}}, {@code {{period}}}</td><td>the title; the days reported</td></tr>
 * <tr><td>{@code {{?sections}} … {{/sections}}}</td><td>for each section; in it {@code {{heading}}} and {@code {{?lines}} …
 *     {{/lines}}}</td></tr>
 * <tr><td>{@code {{?isSubheading}}}, {@code {{?isParagraph}}}</td><td>in {@code lines}: which of the two {@code {{text}}} is</td></tr>
 * <tr><td>{@code {{?tables}} … {{/tables}}}</td><td>for each table; in it {@code {{caption}}}, {@code {{grid}}} for the table
 *     itself, and {@code {{?hasNote}} {{note}} {{/hasNote}}}</td></tr>
 * </table>
 *
 * A tag of a block stands in a paragraph of its own, which is not printed. The recipients in the 版记 are words of the
 * template. The same content gives the same bytes, so that an issued bulletin can be frozen by its digest.
 */
public final class BulletinDocument {

    private static final String TEMPLATE = "/bulletin/template.docx";

    /** A tag the office misspelt fails, rather than to leave a gap in a signed bulletin. */
    private static final Configure SETTINGS = Configure.builder()
            .bind("grid", new BulletinTable())
            .setValidErrorHandler(new Configure.AbortHandler())
            .build();

    private static final String UNDATED = "　　年　月　日";
    private static final String DRAFT = "草稿";

    private static final Pattern SUBHEADING = Pattern.compile("^[（(][一二三四五六七八九十]+[）)].*");

    /** Points; 版心 is 442 wide, and a name of few characters is not made larger than this. */
    private static final int LARGEST_NAME = 52;

    private static final int SMALLEST_NAME = 22;
    private static final int WIDTH = 436;

    private BulletinDocument() {}

    /** The whole document, or an exception and nothing. */
    public static byte[] docx(BulletinContent content) {
        try (var template = BulletinDocument.class.getResourceAsStream(TEMPLATE);
                var rendered = render(template, content)) {
            var document = rendered.getXWPFDocument();
            if (content.isDraft()) {
                DraftMark.put(document);
            }
            describe(document, content);
            var bytes = new ByteArrayOutputStream();
            rendered.write(bytes);
            return StablePackage.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the bulletin cannot be written", e);
        }
    }

    private static XWPFTemplate render(InputStream template, BulletinContent content) {
        return XWPFTemplate.compile(template, SETTINGS).render(values(content));
    }

    private static Map<String, Object> values(BulletinContent content) {
        var values = new HashMap<String, Object>();
        values.put("organisation", text(content.organisation()));
        values.put("seriesTitle", largest(content.seriesTitle()));
        values.put("issue", content.isDraft() ? DRAFT : "%d年第%d期".formatted(content.year(), content.number()));
        values.put("issuedOn", content.issuedOn() == null ? UNDATED : date(content.issuedOn()));
        values.put("signedBy", text(content.signedBy()));
        values.put("title", text(content.title()));
        values.put("period", period(content.weekStartsOn(), content.weekEndsOn()));
        values.put(
                "sections",
                content.sections().stream().map(BulletinDocument::section).toList());
        values.put(
                "tables", content.tables().stream().map(BulletinDocument::table).toList());
        return values;
    }

    private static Map<String, Object> section(Section section) {
        var lines = section.body().lines().map(String::strip).filter(line -> !line.isEmpty());
        return Map.of(
                "heading", text(section.heading()),
                "lines", lines.map(BulletinDocument::line).toList());
    }

    private static Map<String, Object> line(String line) {
        var isSubheading = SUBHEADING.matcher(line).matches();
        return Map.of("isSubheading", isSubheading, "isParagraph", !isSubheading, "text", text(line));
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

    private static TextRenderData largest(String name) {
        var fitting = 2 * WIDTH / Math.max(1, PrintableText.halfWidths(name));
        var size = Math.max(SMALLEST_NAME, Math.min(LARGEST_NAME, fitting));
        return Texts.of(PrintableText.of(name)).fontSize(size).create();
    }

    private static String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("y年M月d日"));
    }

    private static String period(LocalDate from, LocalDate to) {
        var end = from.getYear() == to.getYear() ? to.format(DateTimeFormatter.ofPattern("M月d日")) : date(to);
        return date(from) + "—" + end;
    }

    /** Fixed by the content, where Word would put the hour of printing. */
    private static void describe(XWPFDocument document, BulletinContent content) {
        var day = content.issuedOn() == null ? content.weekEndsOn() : content.issuedOn();
        var properties = document.getProperties().getCoreProperties();
        var midnight = Optional.of(Date.from(day.atStartOfDay(Clocks.BUREAU).toInstant()));
        properties.setTitle(PrintableText.of(content.title()));
        properties.setCreator(PrintableText.of(content.organisation()));
        properties.getUnderlyingProperties().setCreatedProperty(midnight);
        properties.getUnderlyingProperties().setModifiedProperty(midnight);
    }
}
