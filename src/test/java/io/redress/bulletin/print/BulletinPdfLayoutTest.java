package io.redress.bulletin.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.redress.bulletin.PrintedBulletins;
import io.redress.bulletin.print.PrintedLines.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** Layout by GB/T 9704-2012; lengths in millimetres. */
class BulletinPdfLayoutTest {

    private static final double LEFT = 28;
    private static final double RIGHT = 210 - 26;
    private static final double TOP = 37;
    private static final double BOTTOM = 297 - 35;
    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;
    private static final double HAIR = 0.3;
    private static final int DPI = 600;

    @Test
    void the_paper_is_a4() throws IOException {
        try (var document = Loader.loadPDF(BulletinPdf.of(PrintedBulletins.ofSeveralPages()))) {
            for (var page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth() * MILLIMETRES_PER_POINT)
                        .isCloseTo(210, within(0.1));
                assertThat(page.getMediaBox().getHeight() * MILLIMETRES_PER_POINT)
                        .isCloseTo(297, within(0.1));
            }
        }
    }

    @Test
    void a_full_page_has_22_lines_of_28_characters_that_fill_the_type_area() {
        var second = onPage(2, PrintedBulletins.titled("周报", "工".repeat(28 * 60)));
        assertThat(second).hasSize(22).allSatisfy(line -> {
            assertThat(line.text()).isEqualTo("工".repeat(28));
            assertThat(line.left()).isCloseTo(LEFT, within(HAIR));
            assertThat(line.right()).isCloseTo(RIGHT, within(HAIR));
            assertThat(line.points()).isCloseTo(16, within(0.05));
        });
        var pitch = (second.get(21).baseline() - second.get(0).baseline()) / 21;
        assertThat(pitch / MILLIMETRES_PER_POINT).isCloseTo(28.95, within(0.01));
        // a letter is 0.88 of its height above the baseline and 0.12 below, in the middle of its line
        var above = (28.95 - 16) / 2 * MILLIMETRES_PER_POINT;
        assertThat(second.get(0).baseline() - 0.88 * 16 * MILLIMETRES_PER_POINT).isCloseTo(TOP + above, within(0.5));
        assertThat(second.get(21).baseline() + 0.12 * 16 * MILLIMETRES_PER_POINT)
                .isCloseTo(BOTTOM - above, within(0.5));
    }

    @Test
    void a_paragraph_is_indented_by_two_characters() {
        var first = lineOf(PrintedBulletins.ofOnePage(), "截至");
        assertThat(first.left()).isCloseTo(LEFT + 2 * 5.57, within(HAIR));
    }

    @Test
    void the_title_is_larger_and_centred_and_breaks_into_lines_of_one_length() {
        var title = lineOf(PrintedBulletins.ofOnePage(), "关于");
        assertThat(title.points()).isCloseTo(22, within(0.05));
        assertThat(title.left() + title.right()).isCloseTo(LEFT + RIGHT, within(1.0));
        var longTitle = onPage(1, PrintedBulletins.withLongNames()).stream()
                .filter(line -> line.points() > 21.9 && line.points() < 22.1)
                .toList();
        assertThat(longTitle).hasSize(3);
        assertThat(longTitle).extracting(line -> line.text().length()).allMatch(length -> length >= 18);
    }

    @Test
    void heading_levels_have_different_typefaces() {
        var content = PrintedBulletins.ofSeveralPages();
        assertThat(fontOf(content, "一、基本情况")).endsWith("NotoSansSC-Medium");
        assertThat(fontOf(content, "（一）投资人登记")).endsWith("NotoSerifSC-Bold");
        assertThat(fontOf(content, "截至")).endsWith("NotoSerifSC-Regular");
        assertThat(fontOf(content, PrintedBulletins.SERIES)).endsWith("NotoSerifSC-Bold");
    }

    @Test
    void a_long_name_fits_two_lines() {
        assertThat(lineOf(PrintedBulletins.ofOnePage(), PrintedBulletins.SERIES).points())
                .isCloseTo(48, within(0.05));
        var names = onPage(1, PrintedBulletins.withLongNames()).stream()
                .filter(line -> line.points() > 25)
                .toList();
        assertThat(names).hasSize(2).allSatisfy(line -> {
            assertThat(line.points()).isCloseTo(30, within(0.05));
            assertThat(line.left()).isGreaterThanOrEqualTo(LEFT);
            assertThat(line.right()).isLessThanOrEqualTo(RIGHT);
        });
    }

    @Test
    void odd_page_numbers_are_at_the_right_and_even_ones_at_the_left_with_an_indent() {
        var content = PrintedBulletins.ofSeveralPages();
        var character = 14 * MILLIMETRES_PER_POINT;
        for (var page = 1; page <= 4; page++) {
            var number = lineOf(content, "— " + page + " —");
            assertThat(number.points()).isCloseTo(14, within(0.05));
            assertThat(number.page()).isEqualTo(page);
            if (page % 2 == 1) {
                assertThat(number.right()).isCloseTo(RIGHT - character, within(HAIR));
            } else {
                assertThat(number.left()).isCloseTo(LEFT + character, within(HAIR));
            }
        }
    }

    @Test
    void the_dash_of_a_page_number_is_7_mm_below_the_type_area() throws IOException {
        var ink = ink(PrintedBulletins.ofOnePage(), 0, 177);
        var dash = ink.stream().filter(y -> y > BOTTOM + 3).findFirst().orElseThrow();
        assertThat(dash).isCloseTo(BOTTOM + 7, within(0.3));
    }

    @Test
    void the_colophon_ends_with_the_type_area_of_the_last_page() throws IOException {
        for (var content : List.of(
                PrintedBulletins.ofOnePage(), PrintedBulletins.ofSeveralPages(), PrintedBulletins.withLongNames())) {
            int last;
            try (var document = Loader.loadPDF(BulletinPdf.of(content))) {
                last = document.getNumberOfPages() - 1;
            }
            var ink = ink(content, last, LEFT + 1);
            assertThat(ink.get(ink.size() - 1)).isCloseTo(BOTTOM, within(HAIR));
        }
    }

    @Test
    void the_colophon_has_thick_outer_and_thin_inner_lines() throws IOException {
        var ink = ink(PrintedBulletins.ofOnePage(), 0, LEFT + 1).stream()
                .filter(y -> y > 200)
                .toList();
        var thick = new ArrayList<Double>();
        var start = ink.get(0);
        for (var i = 1; i <= ink.size(); i++) {
            if (i == ink.size() || ink.get(i) - ink.get(i - 1) > 1) {
                thick.add(ink.get(i - 1) - start + 25.4 / DPI);
                start = i < ink.size() ? ink.get(i) : start;
            }
        }
        assertThat(thick).hasSize(3);
        assertThat(thick.get(0)).isCloseTo(0.35, within(0.06));
        assertThat(thick.get(1)).isCloseTo(0.25, within(0.06));
        assertThat(thick.get(2)).isCloseTo(0.35, within(0.06));
    }

    @Test
    void a_long_table_repeats_its_heading_on_every_page_and_splits_no_row() {
        var lines = PrintedLines.of(BulletinPdf.of(PrintedBulletins.withALongTable()));
        var pages = lines.stream().mapToInt(Line::page).max().orElseThrow();
        assertThat(pages).isGreaterThan(2);
        assertThat(lines.stream().filter(line -> line.text().equals("片区")).map(Line::page))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2, pages).boxed().toList());
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.baseline()).isLessThan(line.text().contains("—") ? 280 : BOTTOM));
        for (var village = 10; village < 60; village++) {
            var name = "第" + village + "村";
            var row = lines.stream().filter(line -> line.text().endsWith(name)).toList();
            assertThat(row).hasSize(1);
            var figures = lines.stream()
                    .filter(line -> line.page() == row.get(0).page())
                    .filter(line -> Math.abs(line.baseline() - row.get(0).baseline()) < 0.1)
                    .count();
            assertThat(figures).isEqualTo(7);
        }
    }

    @Test
    void a_caption_stays_with_the_first_rows_of_its_table_and_a_heading_with_its_text() {
        var table = new BulletinContent.Table("表1　短表", List.of("甲", "乙"), List.of(List.of("子", "1")), null);
        for (var lines = 4; lines < 12; lines++) {
            var section = new BulletinContent.Section("facts", 1, "一、基本情况", "工".repeat(28 * lines) + "\n（一）登记\n新增三人。");
            var printed =
                    PrintedLines.of(BulletinPdf.of(PrintedBulletins.of(1, "周报", List.of(section), List.of(table))));
            assertThat(pageOf(printed, "表1　短表")).isEqualTo(pageOf(printed, "甲")).isEqualTo(pageOf(printed, "子"));
            assertThat(pageOf(printed, "（一）登记")).isEqualTo(pageOf(printed, "新增三人。"));
        }
    }

    private static int pageOf(List<Line> lines, String text) {
        return lines.stream()
                .filter(line -> line.text().equals(text))
                .findFirst()
                .orElseThrow()
                .page();
    }

    @Test
    void a_table_of_many_columns_and_long_cells_stays_on_the_page() {
        var table = new BulletinContent.Table(
                "表1　宽表",
                IntStream.range(0, 12).mapToObj(i -> "第" + i + "列的名称").toList(),
                List.of(IntStream.range(0, 12)
                        .mapToObj(i -> i == 0 ? "很长的名称".repeat(20) : "123456789012.34")
                        .toList()),
                null);
        var content = PrintedBulletins.of(1, "周报", List.of(), List.of(table));
        assertThat(PrintedLines.of(BulletinPdf.of(content)))
                .allSatisfy(line -> assertThat(line.right()).isLessThanOrEqualTo(RIGHT + HAIR));
    }

    /** The upper edges of the ink along a vertical line at this distance from the left edge. */
    private static List<Double> ink(BulletinContent content, int page, double left) throws IOException {
        try (var document = Loader.loadPDF(BulletinPdf.of(content))) {
            var image = new PDFRenderer(document).renderImageWithDPI(page, DPI);
            var x = (int) (left / 25.4 * DPI);
            return IntStream.range(0, image.getHeight())
                    .filter(y -> (image.getRGB(x, y) & 0xff) < 0x80)
                    .mapToObj(y -> y * 25.4 / DPI)
                    .toList();
        }
    }

    private static List<Line> onPage(int page, BulletinContent content) {
        return PrintedLines.of(BulletinPdf.of(content)).stream()
                .filter(line -> line.page() == page && !line.text().startsWith("—"))
                .toList();
    }

    private static Line lineOf(BulletinContent content, String beginning) {
        return PrintedLines.of(BulletinPdf.of(content)).stream()
                .filter(line -> line.text().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static String fontOf(BulletinContent content, String beginning) {
        return lineOf(content, beginning).font();
    }
}
