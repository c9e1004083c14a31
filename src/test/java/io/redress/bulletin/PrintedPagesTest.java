package io.redress.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.PrintedPage;
import io.redress.bulletin.print.PrintedPage.Letter;
import io.redress.bulletin.print.PrintedPage.Stroke;
import io.redress.bulletin.word.BulletinDocument;
import io.redress.bulletin.word.TemplateCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bulletin as printed by an office program, measured against GB/T 9704-2012. Millimetres. */
class PrintedPagesTest {

    private static final double LEFT = 28;
    private static final double RIGHT = 28 + 156;
    private static final double TOP = 37;
    private static final double BOTTOM = 37 + 225;
    private static final double POINT = 25.4 / 72;

    private static final String HAN = "对情绪波动大维权诉求强烈的投资人建立重点关注客户名单并落实员工分片包干做好情绪安抚和诉求回应等工作";

    private static Map<String, byte[]> pdfs;

    @BeforeAll
    static void print(@TempDir Path folder) throws IOException, InterruptedException {
        Office.demand();
        var documents = new LinkedHashMap<String, byte[]>();
        documents.put("text", PrintedBulletins.docx(PrintedBulletins.titled(PrintedBulletins.TITLE, HAN.repeat(40))));
        documents.put("several", PrintedBulletins.docx(PrintedBulletins.ofSeveralPages()));
        documents.put("one", PrintedBulletins.docx(PrintedBulletins.ofOnePage()));
        documents.put("long", PrintedBulletins.docx(PrintedBulletins.withALongTable()));
        documents.put(
                "yuan",
                PrintedBulletins.docx(PrintedBulletins.of(
                        1,
                        PrintedBulletins.TITLE,
                        List.of(),
                        List.of(PrintedBulletins.inYuan("46", "1234567890123.45")))));
        for (var lines = 1; lines <= 24; lines++) {
            documents.put("lines" + lines, PrintedBulletins.docx(ofLines(lines)));
        }
        pdfs = Office.converted(documents, "pdf", folder);
    }

    private static BulletinContent ofLines(int lines) {
        var words =
                IntStream.rangeClosed(1, lines).mapToObj(line -> "这是正文的一行。\n").toList();
        return PrintedBulletins.titled(PrintedBulletins.TITLE, String.join("", words));
    }

    private static List<PrintedPage> pages(String document) {
        return PrintedPage.of(pdfs.get(document));
    }

    private static List<List<Letter>> textOf(PrintedPage page) {
        return page.lines().stream()
                .filter(line -> line.get(0).baseline() < BOTTOM + 2)
                .toList();
    }

    @Test
    void a_full_page_has_22_lines_of_28_characters() {
        var lines = textOf(pages("text").get(1));
        assertThat(lines).hasSize(22).allSatisfy(line -> {
            assertThat(line).hasSize(28).allMatch(letter -> letter.size() == 16);
            assertThat(line.get(0).left()).isCloseTo(LEFT, within(0.3));
            assertThat(line.get(27).right()).isCloseTo(RIGHT, within(0.8)).isLessThanOrEqualTo(RIGHT + 0.1);
        });
        for (var i = 1; i < lines.size(); i++) {
            var pitch = lines.get(i).get(0).baseline() - lines.get(i - 1).get(0).baseline();
            assertThat(pitch).isCloseTo(28.9 * POINT, within(0.1));
        }
        var leading = (28.9 - 16) * POINT;
        var top = pages("text").get(1).topOfInk(0, LEFT, RIGHT);
        assertThat(top).isBetween(TOP, TOP + leading);
        assertThat(lines.get(21).get(0).baseline()).isBetween(BOTTOM - leading - 2, BOTTOM);
    }

    @Test
    void a_paragraph_is_indented_by_two_characters() {
        var first = pages("text").get(0).lineOf(HAN.substring(0, 20));
        assertThat(first.get(0).left()).isCloseTo(LEFT + 2 * 16 * POINT, within(0.3));
        assertThat(first).hasSize(26);
    }

    @Test
    void the_masthead_is_red_large_and_ruled_off_over_the_width_of_the_page() {
        var page = pages("several").get(0);
        assertThat(page.lineOf("共信赢事件工作周报").get(0).size()).isEqualTo(48);
        assertThat(page.lineOf("处置工作情况的周报")).allMatch(letter -> letter.size() == 22);
        var rule = page.strokes().stream().filter(Stroke::isRed).toList();
        assertThat(rule).hasSize(1);
        assertThat(rule.get(0).left()).isCloseTo(LEFT, within(0.3));
        assertThat(rule.get(0).right()).isCloseTo(RIGHT, within(0.3));
        assertThat(rule.get(0).thickness()).isBetween(0.6, 1.0);
        assertThat(rule.get(0).top()).isBetween(297 / 3.0 - 10, 297 / 3.0 + 20);
        var title = page.lineOf("处置工作情况的周报");
        var middle = (title.get(0).left() + title.get(title.size() - 1).right()) / 2;
        assertThat(middle).isCloseTo((LEFT + RIGHT) / 2, within(1.0));
    }

    @Test
    void page_numbers_are_7_mm_below_the_text_one_character_from_the_outer_edge() {
        var pages = pages("several");
        for (var i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            var line = page.lines().get(page.lines().size() - 1);
            assertThat(PrintedPage.text(line)).isEqualTo("—" + (i + 1) + "—");
            assertThat(line).allMatch(letter -> letter.size() == 14);
            if (i % 2 == 0) {
                assertThat(line.get(2).right()).isCloseTo(RIGHT - 14 * POINT, within(0.5));
            } else {
                assertThat(line.get(0).left()).isCloseTo(LEFT + 14 * POINT, within(0.5));
            }
        }
        var dash = pages.get(0).lineOf("—1—").get(0);
        assertThat(pages.get(0).topOfInk(BOTTOM + 1, dash.left(), dash.right())).isCloseTo(BOTTOM + 7, within(0.5));
    }

    @Test
    void the_colophon_is_at_the_end_of_the_page_with_thick_outer_and_thin_inner_lines() {
        for (var document : List.of("several", "one", "long")) {
            var last = pages(document).get(pages(document).size() - 1);
            var strokes =
                    last.strokes().stream().filter(stroke -> !stroke.isRed()).toList();
            var colophon = strokes.subList(strokes.size() - 4, strokes.size());
            assertThat(colophon).allSatisfy(stroke -> {
                assertThat(stroke.left()).isCloseTo(LEFT, within(0.5));
                assertThat(stroke.right()).isCloseTo(RIGHT, within(0.5));
            });
            assertThat(colophon.get(3).top()).isCloseTo(BOTTOM, within(1.0));
            assertThat(colophon.get(0).thickness()).isCloseTo(0.35, within(0.1));
            assertThat(colophon.get(1).thickness()).isCloseTo(0.25, within(0.1));
            assertThat(colophon.get(3).thickness()).isCloseTo(0.35, within(0.1));
            var sent = last.lineOf("报：区委、区政府，市金融工作局。");
            assertThat(sent.get(0).left()).isCloseTo(LEFT + 14 * POINT, within(0.5));
            assertThat(sent).allMatch(letter -> letter.size() == 14);
            var date = last.lineOf("2021年12月13日印发");
            assertThat(date.get(date.size() - 1).right()).isCloseTo(RIGHT - 14 * POINT, within(0.5));
        }
    }

    @Test
    void the_colophon_is_never_alone_on_a_page() {
        for (var lines = 1; lines <= 24; lines++) {
            var pages = pages("lines" + lines);
            var last = pages.get(pages.size() - 1).texts();
            assertThat(last).as(lines + " lines").anyMatch(line -> line.startsWith("报："));
            assertThat(last).as(lines + " lines").contains("这是正文的一行。");
        }
    }

    @Test
    void a_long_table_repeats_its_heading_on_every_page_and_keeps_its_caption() {
        var pages = pages("long").stream()
                .filter(page -> page.texts().stream().anyMatch(line -> line.contains("1,028.50")))
                .toList();
        assertThat(pages).hasSizeGreaterThan(2).allSatisfy(page -> page.lineOf("上期累计"));
        var caption = pages.get(0).lineOf("表1受损投资人登记情况");
        assertThat(pages.get(0).lineOf("上期累计").get(0).baseline()
                        - caption.get(0).baseline())
                .isBetween(5.0, 20.0);
        assertThat(pages.stream().flatMap(page -> page.texts().stream()).filter(line -> line.contains("1,028.50")))
                .hasSize(60)
                .allMatch(line -> line.endsWith("−96.85"));
    }

    @Test
    void four_amounts_of_fifteen_digits_are_not_broken_over_lines() {
        var lines = pages("yuan").stream()
                .flatMap(page -> page.texts().stream())
                .filter(line -> line.contains("1234567890123.45".repeat(4)))
                .toList();
        assertThat(lines).hasSize(3);
    }

    @Test
    void a_template_saved_by_another_office_program_is_still_valid(@TempDir Path folder)
            throws IOException, InterruptedException {
        var saved = Office.converted(Map.of("template", BulletinDocument.builtInTemplate()), "docx", folder)
                .get("template");
        assertThat(saved).isNotEqualTo(BulletinDocument.builtInTemplate());
        assertThatCode(() -> TemplateCheck.demandSound(saved)).doesNotThrowAnyException();
        var document = BulletinDocument.docx(PrintedBulletins.correction(), saved);
        var pages = PrintedPage.of(
                Office.converted(Map.of("saved", document), "pdf", folder).get("saved"));
        pages.get(0).lineOf("（更正，替代2021年第12期）");
        assertThat(pages.get(0).lineOf("一、基本情况").get(0).left()).isCloseTo(LEFT + 2 * 16 * POINT, within(0.3));
        pages.get(pages.size() - 1).lineOf("拟稿：陈某审核：林某签发：郑某某");
    }
}
