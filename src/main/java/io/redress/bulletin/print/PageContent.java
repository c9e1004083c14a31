package io.redress.bulletin.print;

import io.redress.bulletin.print.BulletinContent.Section;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The view model of {@code templates/bulletin.html}: texts and sizes as printed.
 *
 * @param issue 2021年第12期, or 草稿
 * @param corrects （更正，替代2021年第12期）, or empty
 * @param signatures 拟稿, 审核 and 签发, as far as they exist
 * @param printedOn such as 2021年12月13日印发, or empty
 */
public record PageContent(
        boolean isDraft,
        String organisation,
        Sized seriesTitle,
        String issue,
        String issuedOn,
        Sized title,
        String period,
        String corrects,
        List<Line> lines,
        Picture picture,
        List<PageTable> tables,
        List<Recipients> recipients,
        String signatures,
        String printedOn) {

    private static final String DRAFT = "草稿";
    private static final String UNDATED = "　　年　月　日";

    private static final Pattern SUBHEADING = Pattern.compile("^[（(][一二三四五六七八九十]+[）)].*");

    /**
     * Text fitted to the page.
     *
     * @param points font size
     * @param ems width of the line, so that the lines become about equally long
     */
    public record Sized(String text, int points, int ems) {

        /** In points; 版心 is 442 wide. */
        private static final int WIDTH = 436;

        /** As large as one line allows, or on two lines where one would make it small. */
        static Sized name(String text) {
            var halves = Math.max(1, PrintableText.halfWidths(text));
            var lines = 2 * WIDTH / halves < 32 ? 2 : 1;
            var points = Math.max(22, Math.min(lines == 1 ? 52 : 36, lines * 2 * WIDTH / (halves + 2 * (lines - 1))));
            return broken(text, points);
        }

        static Sized title(String text) {
            return broken(text, 22);
        }

        private static Sized broken(String text, int points) {
            var ems = Math.max(1, (PrintableText.halfWidths(text) + 1) / 2);
            var most = WIDTH / points;
            var lines = (ems + most - 1) / most;
            // one em more than its share, since a line may not begin with a comma
            return new Sized(PrintableText.of(text), points, lines == 1 ? most : Math.min(most, ems / lines + 2));
        }
    }

    /** @param kind the HTML element: h2, h3 or p */
    public record Line(String kind, String text) {}

    /** @param source a {@code data:} URI */
    public record Picture(String source, String inWords, String caption) {}

    public record Recipients(String manner, String names) {}

    public static PageContent of(BulletinContent content) {
        return new PageContent(
                content.isDraft(),
                PrintableText.of(content.organisation()),
                Sized.name(content.seriesTitle()),
                content.isDraft() ? DRAFT : content.year() + "年第" + content.number() + "期",
                content.issuedOn() == null ? UNDATED : date(content.issuedOn()),
                Sized.title(content.title()),
                "（" + period(content.weekStartsOn(), content.weekEndsOn()) + "）",
                content.corrects() == null ? "" : "（更正，替代" + PrintableText.of(content.corrects()) + "）",
                content.sections().stream().flatMap(PageContent::lines).toList(),
                picture(content.trend()),
                content.tables().stream().map(PageTable::of).toList(),
                content.recipients().stream()
                        .map(to ->
                                new Recipients(PrintableText.of(to.manner()), PrintableText.of(sentence(to.names()))))
                        .toList(),
                signatures(content),
                content.issuedOn() == null ? "" : date(content.issuedOn()) + "印发");
    }

    /** For the PDF's metadata, in one line. */
    public String subject() {
        return seriesTitle.text() + issue + period;
    }

    private static Stream<Line> lines(Section section) {
        var heading = new Line(section.level() == 1 ? "h2" : "h3", PrintableText.of(section.heading()));
        var body = PrintableText.of(section.body())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Line(SUBHEADING.matcher(line).matches() ? "h3" : "p", line));
        return Stream.concat(Stream.of(heading), body);
    }

    private static Picture picture(BulletinContent.Trend trend) {
        if (trend == null) {
            return null;
        }
        var bytes = Base64.getEncoder().encodeToString(TrendPicture.drawnOnce(trend));
        return new Picture(
                "data:image/png;base64," + bytes, TrendPicture.inWords(trend), PrintableText.of(trend.caption()));
    }

    private static String signatures(BulletinContent content) {
        return Stream.of(
                        named("拟稿", content.draftedBy()),
                        named("审核", content.reviewedBy()),
                        named("签发", content.signedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("　"));
    }

    private static String named(String part, String name) {
        return name == null || name.isBlank() ? null : part + "：" + PrintableText.of(name);
    }

    private static String date(LocalDate date) {
        return date.getYear() + "年" + dayOfYear(date);
    }

    private static String dayOfYear(LocalDate date) {
        return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private static String period(LocalDate from, LocalDate to) {
        return date(from) + "—" + (from.getYear() == to.getYear() ? dayOfYear(to) : date(to));
    }

    private static String sentence(String names) {
        return names.endsWith("。") ? names : names + "。";
    }
}
