package io.redress.bulletin.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.bulletin.PrintedBulletins;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class BulletinPageTest {

    private static final String MISCHIEF = "\"'><script>alert(1)</script>&{page.title}<img src=x onerror=alert(1)>";

    static Stream<BulletinContent> bulletins_of_every_kind() {
        return Stream.of(
                PrintedBulletins.ofOnePage(),
                PrintedBulletins.ofSeveralPages(),
                PrintedBulletins.withALongTable(),
                PrintedBulletins.withLongNames(),
                PrintedBulletins.draft(),
                PrintedBulletins.correction(),
                PrintedBulletins.titled(MISCHIEF, MISCHIEF + "\u0000\uD800"));
    }

    @ParameterizedTest
    @MethodSource("bulletins_of_every_kind")
    void the_page_is_well_formed_and_loads_no_external_resources(BulletinContent content) throws Exception {
        var html = BulletinPage.html(content);
        var page = parsed(html);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
        for (var element : elements(page, "*")) {
            assertThat(element.getTagName()).isNotIn("script", "link", "iframe", "object", "base");
            for (var i = 0; i < element.getAttributes().getLength(); i++) {
                var attribute = element.getAttributes().item(i);
                assertThat(attribute.getNodeName()).doesNotStartWith("on").isNotEqualTo("href");
                if (attribute.getNodeName().equals("src")) {
                    assertThat(attribute.getNodeValue()).startsWith("data:image/png;base64,");
                }
            }
        }
        var style = elements(page, "style").get(0).getTextContent();
        assertThat(style).doesNotContain("@import");
        assertThat(Pattern.compile("url\\((?!\"data:)").matcher(style).find()).isFalse();
    }

    @Test
    void entered_text_is_escaped_in_every_place() throws Exception {
        var content = hostile();
        var html = BulletinPage.html(content);
        assertThat(html).doesNotContain("<script").doesNotContain("<img src=x");
        var text = parsed(html).getDocumentElement().getTextContent();
        var places = Pattern.compile(Pattern.quote(MISCHIEF))
                .matcher(text.replaceAll("\\s+", " "))
                .results()
                .count();
        // organisation, name, title twice, corrected, heading, body, caption of the trend, table: 4, three names,
        // recipients
        assertThat(places).isEqualTo(17);
    }

    private static BulletinContent hostile() {
        var plain = PrintedBulletins.ofSeveralPages();
        return new BulletinContent(
                MISCHIEF,
                MISCHIEF,
                MISCHIEF,
                2021,
                1,
                plain.weekStartsOn(),
                plain.weekEndsOn(),
                plain.issuedOn(),
                MISCHIEF,
                MISCHIEF,
                MISCHIEF,
                MISCHIEF,
                List.of(new BulletinContent.Recipients(MISCHIEF, MISCHIEF)),
                List.of(new BulletinContent.Section("key", 1, MISCHIEF, MISCHIEF)),
                new BulletinContent.Trend(MISCHIEF, List.of()),
                List.of(new BulletinContent.Table(MISCHIEF, List.of(MISCHIEF), List.of(List.of(MISCHIEF)), MISCHIEF)),
                List.of());
    }

    @Test
    void the_page_has_headings_and_tables_for_screen_readers() throws Exception {
        var page = parsed(BulletinPage.html(PrintedBulletins.ofSeveralPages()));
        assertThat(texts(page, "h1")).containsExactly(PrintedBulletins.TITLE);
        assertThat(texts(page, "h2")).containsExactly("一、基本情况", "二、本周工作开展情况", "三、存在的问题和风险研判", "四、下周工作安排");
        assertThat(texts(page, "h3")).containsExactly("（一）投资人登记", "（二）重点关注人员安抚", "（三）督促分支机构");
        assertThat(elements(page, "th"))
                .extracting(cell -> cell.getAttribute("scope"))
                .containsOnly("col", "row");
        for (var table : elements(page, "table")) {
            assertThat(elements(page, "p"))
                    .filteredOn(caption -> caption.getAttribute("id").equals(table.getAttribute("aria-labelledby")))
                    .singleElement()
                    .satisfies(caption -> assertThat(caption.getTextContent()).startsWith("表"));
        }
        assertThat(elements(page, "img").get(0).getAttribute("alt"))
                .startsWith("9.26当周新增登记0人、累计净损失3100.00万元；")
                .endsWith("12.12当周新增登记1人、累计净损失3397.00万元。");
    }

    @Test
    void a_subsection_has_a_heading_of_the_second_level() throws Exception {
        var section = new BulletinContent.Section("investors", 2, "（一）投资人登记", "新增3人。");
        var page = parsed(BulletinPage.html(PrintedBulletins.of(1, "周报", List.of(section), List.of())));
        assertThat(texts(page, "h3")).containsExactly("（一）投资人登记");
        assertThat(texts(page, "h2")).isEmpty();
    }

    @Test
    void a_draft_is_marked_and_an_issued_bulletin_is_not() {
        assertThat(BulletinPage.html(PrintedBulletins.draft()))
                .contains("<p class=\"issue\">草稿</p>", "<div class=\"draft\" aria-hidden=\"true\">草稿</div>")
                .contains("　　年　月　日")
                .doesNotContain("印发</p>");
        assertThat(BulletinPage.html(PrintedBulletins.ofSeveralPages()))
                .doesNotContain("草稿")
                .contains("2021年第12期", "2021年12月13日印发");
    }

    @Test
    void a_correction_names_the_replaced_bulletin_below_its_period() {
        assertThat(BulletinPage.html(PrintedBulletins.correction()))
                .containsSubsequence("（2021年12月6日—12月12日）", "（更正，替代2021年第12期）", "一、基本情况");
    }

    @Test
    void rare_characters_stay_in_the_page() {
        assertThat(BulletinPage.html(PrintedBulletins.titled("𠮷某与㛃某", "甲"))).contains("𠮷某与㛃某");
    }

    @Test
    void users_without_a_step_are_not_named() {
        assertThat(BulletinPage.html(PrintedBulletins.ofOnePage())).contains("拟稿：陈某　审核：林某　签发：郑某某");
        assertThat(BulletinPage.html(PrintedBulletins.draft()))
                .contains("拟稿：陈某</p>")
                .doesNotContain("审核：")
                .doesNotContain("签发：");
    }

    @Test
    void the_same_content_gives_the_same_page_in_any_zone_and_language() {
        var first = BulletinPage.html(PrintedBulletins.ofSeveralPages());
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(BulletinPage.html(PrintedBulletins.ofSeveralPages())).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void the_page_has_one_style_element_and_no_inline_styles_or_scripts() throws Exception {
        var page = parsed(BulletinPage.html(PrintedBulletins.ofSeveralPages()));
        assertThat(elements(page, "style")).hasSize(1);
        assertThat(elements(page, "*")).noneMatch(element -> element.hasAttribute("style"));
        assertThat(elements(page, "script")).isEmpty();
    }

    private static Document parsed(String html) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document page, String name) {
        var found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> texts(Document page, String name) {
        return elements(page, name).stream().map(Element::getTextContent).toList();
    }
}
