package io.redress.bulletin.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.bulletin.PrintedBulletins;
import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinContent.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

class BulletinDocumentTest {

    @Test
    void an_issued_bulletin_has_its_number_date_and_signature() throws IOException {
        var document = opened(PrintedBulletins.ofSeveralPages());
        var texts = texts(document);
        assertThat(texts)
                .containsSubsequence(
                        "内部资料　注意保存",
                        PrintedBulletins.SERIES,
                        "2021年第12期",
                        PrintedBulletins.ORGANISATION + "\t2021年12月13日",
                        PrintedBulletins.TITLE,
                        "（2021年12月6日—12月12日）",
                        "一、基本情况",
                        "二、本周工作开展情况",
                        "（一）投资人登记",
                        "近12周登记人数与净损失",
                        "表1　受损投资人登记情况（按片区）",
                        "注：一人在两个平台登记的，合计中计一人。",
                        "表2　重点关注名单变动");
        assertThat(colophon(document))
                .contains(
                        "报：区委、区政府，市金融工作局。\t送：区委政法委，公安分局，信访局。\t发：各镇（街道）。",
                        "拟稿：陈某　　审核：林某　　签发：郑某某",
                        PrintedBulletins.ORGANISATION + "\t2021年12月13日印发");
        assertThat(document.getHeaderList()).isEmpty();
    }

    @Test
    void a_draft_is_marked_in_place_of_its_number_and_by_a_watermark_on_every_page() throws IOException {
        var document = opened(PrintedBulletins.draft());
        assertThat(texts(document)).contains("草稿", PrintedBulletins.ORGANISATION + "\t　　年　月　日");
        assertThat(document.getHeaderList())
                .hasSize(3)
                .allSatisfy(header -> assertThat(header._getHdrFtr().xmlText()).contains("string=\"草稿\""));
    }

    @Test
    void a_week_across_the_new_year_names_both_years() throws IOException {
        assertThat(texts(opened(PrintedBulletins.withLongNames()))).contains("（2021年12月27日—2022年1月2日）");
    }

    @Test
    void headings_subheadings_and_paragraphs_have_their_styles_and_empty_lines_are_dropped() throws IOException {
        var document = opened(PrintedBulletins.titled("周报", "（一）登记\n\n新增3人。\n（1）不是小标题"));
        assertThat(styleOf(document, "一、基本情况")).isEqualTo("Heading1");
        assertThat(styleOf(document, "（一）登记")).isEqualTo("Heading2");
        assertThat(styleOf(document, "新增3人。")).isEqualTo("BodyText");
        assertThat(styleOf(document, "（1）不是小标题")).isEqualTo("BodyText");
        assertThat(texts(document).subList(7, texts(document).size()))
                .containsExactly("一、基本情况", "（一）登记", "新增3人。", "（1）不是小标题", "");
    }

    @Test
    void a_subsection_is_printed_below_a_section_without_text() throws IOException {
        var document = opened(PrintedBulletins.correction());
        assertThat(texts(document)).containsSubsequence("二、本周工作开展情况", "（一）投资人登记", "更正后，本周新增登记4人。");
        assertThat(styleOf(document, "二、本周工作开展情况")).isEqualTo("Heading1");
        assertThat(styleOf(document, "（一）投资人登记")).isEqualTo("Heading2");
    }

    @Test
    void a_correction_names_the_replaced_bulletin_below_its_title() throws IOException {
        assertThat(texts(opened(PrintedBulletins.correction())))
                .containsSubsequence(PrintedBulletins.TITLE, "（更正，替代2021年第12期）", "（2021年12月6日—12月12日）");
        assertThat(texts(opened(PrintedBulletins.ofSeveralPages()))).noneMatch(text -> text.contains("更正"));
    }

    @Test
    void a_long_title_is_broken_between_words_into_lines_of_similar_length() {
        assertThat(BalancedLines.of("关于“共信赢”事件处置工作情况的周报", 40)).doesNotContain("\n");
        assertThat(BalancedLines.of("关于“某某某某贵金属交易中心”事件处置工作情况的周报", 40)).isEqualTo("关于“某某某某贵金属交易中心”\n事件处置工作情况的周报");
        assertThat(BalancedLines.into(2, "潮州市湘桥区防范和处置非法集资工作领导小组办公室工作周报"))
                .containsExactly("潮州市湘桥区防范和处置非法集资", "工作领导小组办公室工作周报");
        assertThat(BalancedLines.of("关于P2P平台ABCDEFGHIJKLMNOPQRSTUVW的情况", 20)).contains("ABCDEFGHIJKLMNOPQRSTUVW");
    }

    @Test
    void missing_names_and_recipients_print_no_empty_line() throws IOException {
        assertThat(colophon(opened(PrintedBulletins.draft()))).contains("拟稿：陈某").doesNotContain("审核", "签发");
        var document = opened(SampleBulletins.NOTHING_NEW.content);
        var last = document.getTables().get(document.getTables().size() - 1);
        assertThat(last.getText()).isEqualTo("拟稿：陈某　　审核：林某　　签发：郑某\n某某市某某区工业和信息化局\t2021年12月13日印发\n");
    }

    @Test
    void the_trend_is_a_picture_with_alternative_text_before_the_tables() throws IOException {
        var document = opened(PrintedBulletins.ofSeveralPages());
        var picture = document.getParagraphs().stream()
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .filter(run -> !run.getEmbeddedPictures().isEmpty())
                .findFirst()
                .orElseThrow();
        var drawn = picture.getCTR().getDrawingArray(0).getInlineArray(0);
        assertThat(drawn.getExtent().getCx()).isBetween(155_900 * 36L, 156_100 * 36L);
        assertThat(drawn.getDocPr().getDescr())
                .isEqualTo("近12周登记人数与净损失：截至2021年9月26日累计登记250人，本期新增0人，累计净损失31000000.00元；"
                        + "截至2021年12月12日累计登记294人，本期新增1人，累计净损失33970000.00元。");
        assertThat(document.getAllPictures()).hasSize(1);
        assertThat(((XWPFParagraph) picture.getParent()).getSpacingLineRule()).isEqualTo(LineSpacingRule.AUTO);
    }

    @Test
    void body_text_has_an_exact_line_height_with_22_lines_on_a_page() throws IOException {
        var styles = opened(PrintedBulletins.ofOnePage()).getStyles();
        var normal = styles.getStyle("Normal").getCTStyle().getPPr().getSpacing();
        assertThat(normal.getLineRule()).isEqualTo(STLineSpacingRule.EXACT);
        assertThat(Integer.parseInt(normal.getLine().toString()) * 22).isLessThanOrEqualTo(16838 - 2098 - 1984);
        assertThat(styles.getStyle("BodyText").getCTStyle().getPPr().getInd().getFirstLineChars())
                .hasToString("200");
    }

    @Test
    void a_table_is_as_wide_as_the_page_repeats_its_heading_and_splits_no_row() throws IOException {
        var table = opened(PrintedBulletins.withALongTable()).getTables().get(0);
        assertThat(table.getRows()).hasSize(61);
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRow(1).isRepeatHeader()).isFalse();
        assertThat(table.getRows()).allMatch(row -> row.isCantSplitRow());
        assertThat(table.getStyleID()).isEqualTo("BulletinTable");
        assertThat(table.getCTTbl().getTblGrid().getGridColList().stream()
                        .mapToInt(column -> Integer.parseInt(column.getW().toString()))
                        .sum())
                .isEqualTo(8844);
        assertThat(styleOfCell(table, 0)).isEqualTo("TableText");
        assertThat(styleOfCell(table, 5)).isEqualTo("TableNumber");
    }

    @Test
    void the_last_lines_before_the_colophon_stay_on_its_page() throws IOException {
        var words = opened(PrintedBulletins.ofOnePage()).getBodyElements();
        assertThat(((XWPFParagraph) words.get(words.size() - 3)).isKeepNext()).isTrue();
        var table = opened(PrintedBulletins.draft()).getTables().get(0);
        assertThat(table.getRows())
                .allMatch(row -> row.getCell(0).getParagraphs().get(0).isKeepNext());
        var rows = opened(PrintedBulletins.withALongTable()).getTables().get(0).getRows();
        assertThat(rows.get(40).getCell(0).getParagraphs().get(0).isKeepNext()).isFalse();
        assertThat(rows.get(60).getCell(0).getParagraphs().get(0).isKeepNext()).isTrue();
    }

    @Test
    void a_table_with_a_wrong_number_of_columns_is_refused() {
        assertThatThrownBy(() -> new Table("表1", List.of("片区", "人数"), List.of(List.of("桥东街道")), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_tag_in_entered_text_is_printed_as_text() throws IOException {
        var document = opened(PrintedBulletins.titled("{{organisation}}", "{{title}}{{/sections}}\n{{?tables}}"));
        assertThat(texts(document)).contains("{{organisation}}", "{{title}}{{/sections}}", "{{?tables}}");
    }

    @Test
    void rare_characters_are_printed_and_characters_invalid_in_xml_are_dropped() throws IOException {
        var document = opened(PrintedBulletins.titled("𠮷某与㛃某<&>", "甲\u0001\u000B乙\uD800"));
        assertThat(texts(document)).contains("𠮷某与㛃某<&>", "甲乙");
    }

    @Test
    void the_red_name_fills_its_line_and_a_long_name_is_smaller() throws IOException {
        assertThat(sizeOfName(PrintedBulletins.ofOnePage())).isEqualTo("48.0");
        assertThat(sizeOfName(PrintedBulletins.withLongNames())).isEqualTo("29.0");
    }

    @Test
    void the_same_content_gives_the_same_bytes_at_any_time_in_any_zone_and_language() throws InterruptedException {
        var first = PrintedBulletins.docx(PrintedBulletins.draft());
        var issued = PrintedBulletins.docx(PrintedBulletins.correction());
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Thread.sleep(2100);
            assertThat(PrintedBulletins.docx(PrintedBulletins.draft())).isEqualTo(first);
            assertThat(PrintedBulletins.docx(PrintedBulletins.correction())).isEqualTo(issued);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertThat(PrintedBulletins.docx(PrintedBulletins.ofOnePage())).isNotEqualTo(first);
    }

    @Test
    void every_part_is_valid_by_the_schema_of_word() throws IOException {
        for (var content : List.of(
                PrintedBulletins.ofSeveralPages(),
                PrintedBulletins.withALongTable(),
                PrintedBulletins.correction(),
                PrintedBulletins.nothingNew(),
                PrintedBulletins.draft())) {
            var document = opened(content);
            assertValid(document.getDocument());
            document.getFooterList().forEach(footer -> assertValid(footer._getHdrFtr()));
            document.getHeaderList().forEach(header -> assertValid(header._getHdrFtr()));
        }
    }

    private static void assertValid(XmlObject xml) {
        var errors = new ArrayList<XmlError>();
        xml.validate(new XmlOptions().setErrorListener(errors));
        assertThat(errors).isEmpty();
    }

    private static XWPFDocument opened(BulletinContent content) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(PrintedBulletins.docx(content)));
    }

    private static List<String> texts(XWPFDocument document) {
        return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
    }

    private static String colophon(XWPFDocument document) {
        return document.getTables().get(document.getTables().size() - 1).getText();
    }

    private static String styleOf(XWPFDocument document, String text) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow()
                .getStyle();
    }

    private static String styleOfCell(XWPFTable table, int column) {
        return table.getRow(1).getCell(column).getParagraphs().get(0).getStyle();
    }

    private static String sizeOfName(BulletinContent content) throws IOException {
        var name = opened(content).getParagraphs().get(1);
        return String.valueOf(name.getRuns().get(0).getFontSizeAsDouble());
    }
}
