package io.redress.bulletin.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.bulletin.PrintedBulletins;
import io.redress.bulletin.print.PrintedLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class BulletinPdfTest {

    /** Rare, invisible, joined, right-to-left, long, tab and invalid characters. */
    private static final String ODD =
            "𠮷某与㛃某<&>\"'😀👩‍👩‍👧 ﷺ שלום ①㈱\uE000\uFE0F\u00AD\u200B\u202E甲\u0001\u000B\u0085乙\uD800丙\u2028丁"
                    + "\t1\u20032\u00A03 e\u0301 " + "x".repeat(400) + "9".repeat(60);

    @BeforeAll
    static void loadValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<BulletinContent> bulletins_of_every_kind() {
        return Stream.of(
                PrintedBulletins.ofOnePage(),
                PrintedBulletins.ofSeveralPages(),
                PrintedBulletins.withALongTable(),
                PrintedBulletins.withLongNames(),
                PrintedBulletins.draft(),
                PrintedBulletins.correction(),
                PrintedBulletins.titled(ODD, ODD),
                PrintedBulletins.titled("周报", ""));
    }

    @ParameterizedTest
    @MethodSource("bulletins_of_every_kind")
    void the_file_conforms_to_pdf_a_2a_and_pdf_ua_1(BulletinContent content) throws VeraPDFException, IOException {
        var pdf = BulletinPdf.of(content);
        assertThat(violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    private static List<String> violations(byte[] pdf, PDFAFlavour flavour) throws VeraPDFException, IOException {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() != TestAssertion.Status.PASSED)
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    @Test
    void the_validator_detects_a_wrong_file() throws VeraPDFException, IOException {
        var pdf = new String(BulletinPdf.of(PrintedBulletins.ofOnePage()), StandardCharsets.ISO_8859_1);
        var tampered = pdf.replace("<pdfaid:part>2<", "<pdfaid:part>3<").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(violations(tampered, PDFAFlavour.PDFA_2_A)).isNotEmpty();
    }

    @Test
    void the_same_content_gives_the_same_bytes_on_any_day_in_any_zone_and_language() throws InterruptedException {
        var first = BulletinPdf.of(PrintedBulletins.ofSeveralPages());
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            Thread.sleep(1100);
            assertThat(BulletinPdf.of(PrintedBulletins.ofSeveralPages())).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertThat(BulletinPdf.of(PrintedBulletins.ofOnePage())).isNotEqualTo(first);
    }

    @Test
    void concurrent_rendering_gives_correct_files() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var made = threads.invokeAll(
                    Stream.generate(() -> (Callable<byte[]>) () -> BulletinPdf.of(PrintedBulletins.ofSeveralPages()))
                            .limit(12)
                            .toList());
            var expected = BulletinPdf.of(PrintedBulletins.ofSeveralPages());
            for (var pdf : made) {
                assertThat(pdf.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void the_file_embeds_its_typefaces_with_the_printed_glyphs_only() throws IOException {
        var pdf = BulletinPdf.of(PrintedBulletins.ofSeveralPages());
        assertThat(pdf).hasSizeLessThan(400_000);
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+Noto(Serif|Sans)SC-(Regular|Bold|Medium)");
                    assertThat(font.getCOSObject().containsKey(COSName.TO_UNICODE))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void the_metadata_has_the_title_and_the_time_of_signing() throws IOException {
        try (var document = Loader.loadPDF(BulletinPdf.of(PrintedBulletins.correction()))) {
            var information = document.getDocumentInformation();
            assertThat(information.getTitle()).isEqualTo(PrintedBulletins.TITLE);
            assertThat(information.getAuthor()).isEqualTo(PrintedBulletins.ORGANISATION);
            assertThat(information.getCreationDate().toInstant()).hasToString("2021-12-19T16:00:00Z");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(xmp(document))
                    .contains(
                            ">" + PrintedBulletins.TITLE + "</rdf:li>",
                            "<xmp:CreateDate>2021-12-20T00:00:00+08:00</xmp:CreateDate>",
                            "<pdfaid:conformance>A</pdfaid:conformance>",
                            "<pdfuaid:part>1</pdfuaid:part>");
        }
    }

    private static String xmp(PDDocument document) throws IOException {
        return new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void the_text_is_extracted_in_reading_order() {
        assertThat(texts(PrintedBulletins.ofSeveralPages()))
                .containsSubsequence(
                        "内部资料　注意保存",
                        PrintedBulletins.SERIES,
                        "2021年第12期",
                        PrintedBulletins.ORGANISATION,
                        "2021年12月13日",
                        PrintedBulletins.TITLE,
                        "（2021年12月6日—12月12日）",
                        "一、基本情况",
                        "截至2021年12月12日，辖内共受理登记“共信赢”受损投",
                        "二、本周工作开展情况",
                        "（一）投资人登记",
                        "近12周登记人数与净损失",
                        "表1　受损投资人登记情况（按片区）",
                        "桥东街道",
                        "注：一人在两个平台登记的，合计中计一人。",
                        "表2　重点关注名单变动",
                        "报：区委、区政府，市金融工作局。",
                        "拟稿：陈某　审核：林某　签发：郑某某",
                        "2021年12月13日印发");
    }

    @Test
    void the_text_is_extracted_as_usual_characters_and_not_as_radicals() {
        assertThat(texts(PrintedBulletins.titled("一二十人口土工月日金", "水火山石田目立"))).contains("一二十人口土工月日金", "水火山石田目立");
    }

    @Test
    void a_correction_names_the_replaced_bulletin() {
        assertThat(texts(PrintedBulletins.correction()))
                .containsSubsequence(PrintedBulletins.TITLE, "（2021年12月6日—12月12日）", "（更正，替代2021年第12期）", "一、基本情况");
        assertThat(String.join("", texts(PrintedBulletins.ofOnePage()))).doesNotContain("更正");
    }

    @Test
    void a_draft_is_marked_in_place_of_its_number_and_by_a_watermark_on_every_page() {
        var marks = PrintedLines.of(BulletinPdf.of(PrintedBulletins.draft())).stream()
                .filter(line -> line.text().equals("草稿"))
                .toList();
        assertThat(marks)
                .filteredOn(line -> line.points() > 100)
                .extracting(Line::page)
                .containsExactly(1, 2, 3);
        assertThat(marks).filteredOn(line -> line.points() < 100).hasSize(1);
        assertThat(String.join("", texts(PrintedBulletins.draft())))
                .doesNotContain("印发")
                .doesNotContain("签发");
        assertThat(String.join("", texts(PrintedBulletins.ofSeveralPages()))).doesNotContain("草稿");
    }

    @Test
    void a_character_without_a_glyph_is_replaced_and_an_invisible_one_is_omitted() {
        assertThat(texts(PrintedBulletins.titled("𠮷某与㛃某", "甲😀乙\u200B\uFE0F\u0001丙")))
                .contains("〓某与㛃某", "甲〓乙丙");
    }

    @Test
    void a_character_is_printed_the_same_in_headings_and_text() {
        var section = new BulletinContent.Section("facts", 1, "鿿𱁬镕䶮", "（一）鿿𱁬镕䶮\n鿿𱁬镕䶮");
        assertThat(texts(PrintedBulletins.of(1, "鿿𱁬镕䶮", List.of(section), List.of())))
                .contains("（一）〓〓镕䶮")
                .filteredOn(text -> text.equals("〓〓镕䶮"))
                .hasSize(3);
    }

    @Test
    void entered_text_is_not_interpreted_as_markup() {
        assertThat(texts(PrintedBulletins.titled("<script>1</script>", "&amp; <b>粗</b> {page.title}")))
                .contains("<script>1</script>", "&amp; <b>粗</b> {page.title}");
    }

    private static List<String> texts(BulletinContent content) {
        return PrintedLines.of(BulletinPdf.of(content)).stream().map(Line::text).collect(Collectors.toList());
    }
}
