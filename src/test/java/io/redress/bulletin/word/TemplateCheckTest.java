package io.redress.bulletin.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.bulletin.PrintedBulletins;
import io.redress.bulletin.print.BulletinContent;
import io.redress.common.office.ForgedZip;
import io.redress.common.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {

    private static String printed(BulletinContent content, EditedTemplate template) throws IOException {
        var bytes = BulletinDocument.docx(content, template.bytes());
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    @Test
    void the_built_in_template_is_valid() {
        assertThat(EditedTemplate.ofBuiltIn().violations()).isEmpty();
    }

    @Test
    void texts_and_styles_can_be_changed() throws IOException {
        var template = EditedTemplate.ofBuiltIn()
                .with("内部资料　注意保存", "本局内部资料")
                .with("word/styles.xml", "FF0000", "C00000")
                .withWords("主送：{{organisation}}，拟稿{{draftedBy}}、审核{{reviewedBy}}、签发{{signedBy}}");
        assertThat(template.violations()).isEmpty();
        assertThat(printed(PrintedBulletins.ofSeveralPages(), template))
                .contains("本局内部资料", "主送：潮州市湘桥区工业和信息化局，拟稿陈某、审核林某、签发郑某某");
    }

    @Test
    void a_tag_that_word_has_split_over_runs_is_filled() throws IOException {
        var template = EditedTemplate.ofBuiltIn()
                .with(
                        "<w:t>{{title}}</w:t>",
                        "<w:t>{</w:t></w:r><w:r><w:t>{ti</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>tle</w:t></w:r>"
                                + "<w:r><w:t>}}</w:t>")
                .with("<w:t>{{/sections}}</w:t>", "<w:t>{{/sec</w:t></w:r><w:r><w:t>tions}}</w:t>");
        assertThat(template.violations()).isEmpty();
        assertThat(printed(PrintedBulletins.ofSeveralPages(), template)).contains(PrintedBulletins.TITLE);
    }

    @Test
    void styles_are_found_though_word_has_given_them_other_ids() throws IOException {
        var template = EditedTemplate.ofBuiltIn()
                .with("word/styles.xml", "\"BulletinTable\"", "\"af1\"")
                .with("word/styles.xml", "\"TableHead\"", "\"a7\"")
                .with("word/styles.xml", "\"TableText\"", "\"a8\"")
                .with("\"TableText\"", "\"a8\"")
                .with("word/styles.xml", "\"TableNumber\"", "\"a9\"");
        assertThat(template.violations()).isEmpty();
        var bytes = BulletinDocument.docx(PrintedBulletins.ofSeveralPages(), template.bytes());
        var table =
                new XWPFDocument(new ByteArrayInputStream(bytes)).getTables().get(0);
        assertThat(table.getStyleID()).isEqualTo("af1");
        assertThat(table.getRow(0).getCell(0).getParagraphs().get(0).getStyle()).isEqualTo("a7");
        assertThat(table.getRow(1).getCell(2).getParagraphs().get(0).getStyle()).isEqualTo("a9");
    }

    @Test
    void a_tag_in_a_footer_a_table_cell_or_a_text_box_is_filled() throws IOException {
        var box =
                "<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" style=\"width:200pt;height:40pt\"><v:textbox>"
                        + "<w:txbxContent><w:p><w:r><w:t>框内{{period}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
        var template = EditedTemplate.ofBuiltIn()
                .with("word/footer1.xml", "<w:t xml:space=\"preserve\">— </w:t>", "<w:t>{{issue}}　— </w:t>")
                .with("{{people}}", "{{people}}　{{period}}")
                .withParagraph(box);
        assertThat(template.violations()).isEmpty();
        var bytes = BulletinDocument.docx(PrintedBulletins.ofOnePage(), template.bytes());
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            assertThat(document.getFooterList().get(0).getText()).contains("2021年第12期");
            assertThat(document.getDocument().xmlText().replaceAll("<[^>]+>", ""))
                    .contains("框内2021年12月6日—12月12日");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seriesTitel",
                "T(java.lang.Runtime)",
                "title.class",
                "title.text",
                "标题",
                " title ",
                "",
                "/",
                "=title"
            })
    void an_unknown_tag_is_reported_with_its_place(String name) {
        var expected = name.equals("=title")
                ? "template-tag-form | {{=title}} | 某处{{=title}} | {{title}}"
                : "template-tag-unknown | {{" + name + "}} | 某处{{" + name + "}}";
        assertThat(EditedTemplate.ofBuiltIn().withWords("某处{{" + name + "}}").violations())
                .containsExactly(expected);
    }

    @Test
    void a_tag_is_never_evaluated() throws IOException {
        for (var expression : List.of("{{T(java.lang.Runtime).getRuntime()}}", "{{title.getClass()}}", "{{#title}}")) {
            var template = EditedTemplate.ofBuiltIn().withWords(expression);
            assertThat(template.violations()).isNotEmpty();
        }
        assertThatThrownBy(() -> Class.forName("org.springframework.expression.Expression"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "{{issue}}, {{issue}}",
        "{{title}}, {{title}}",
        "{{heading}}, {{heading}}",
        "{{text}}, {{text}}",
        "{{caption}}, {{caption}}",
        "{{grid}}, {{grid}}",
        "{{corrects}}, {{corrects}}",
        "{{note}}, {{note}}"
    })
    void a_template_without_a_required_tag_is_refused(String tag, String missing) {
        assertThat(EditedTemplate.ofBuiltIn().with(tag, "").violations())
                .containsExactly("template-tag-missing | " + missing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "{{/tables}} > '' > template-block-not-closed | {{?tables}} | {{?tables}}",
                "{{?tables}} > '' > template-tag-outside | {{caption}} | {{caption}} | {{?tables}}",
                "{{?hasNote}} > '' > template-tag-outside | {{note}} | {{note}} | {{?hasNote}}",
                "{{/lines}} > {{/sections}} > template-blocks-cross | {{/sections}} | {{/sections}} | {{?lines}}",
                "{{?tables}} > {{tables}} > template-tag-form | {{tables}} | {{tables}} | {{?tables}}",
                "{{heading}} > {{heading}}{{title}} > template-tag-inside | {{title}} | {{heading}}{{title}} | {{?sections}}",
                "{{title}} > {{title}}{{caption}} > template-tag-outside | {{caption}} | {{title}}{{caption}} | {{?tables}}",
                "{{title}} > {{title}}{{/lines}} > template-block-not-opened | {{/lines}} | {{title}}{{/lines}}",
                "{{/recipients}} > '' > template-block-not-closed | {{?recipients}} | {{?recipients}}",
                "（{{period}}） > （{{period}}）{{ > template-braces | （{{period}}）{{",
                "（{{period}}） > （{{period}}）｛｛title｝｝ > template-braces | （{{period}}）｛｛title｝｝"
            })
    void a_broken_block_is_reported_with_its_place(String old, String now, String expected) {
        assertThat(EditedTemplate.ofBuiltIn().with(old, now).violations()).contains(expected);
    }

    @Test
    void all_faults_are_reported_together() {
        var template = EditedTemplate.ofBuiltIn()
                .with("{{seriesTitle}}", "{{seriesTitel}}")
                .with("{{note}}", "")
                .with("word/styles.xml", "\"表格数字\"", "\"我的数字\"")
                .withRelationship("image", "http://example.com/a.png", "External")
                .withField("DDEAUTO excel");
        assertThat(template.violations())
                .containsExactlyInAnyOrder(
                        "template-outside-reference | http://example.com/a.png",
                        "template-field-refused | DDEAUTO",
                        "template-tag-unknown | {{seriesTitel}} | {{seriesTitel}}",
                        "template-tag-missing | {{seriesTitle}}",
                        "template-tag-missing | {{note}}",
                        "template-style-missing | 表格数字");
    }

    @Test
    void a_template_without_second_level_headings_is_refused() {
        var template = EditedTemplate.ofBuiltIn().with("isSecondLevel", "isFirstLevel");
        assertThat(template.violations()).containsExactly("template-not-printed | {{heading}} | （一）投资人登记");
    }

    @Test
    void a_document_with_macros_and_a_file_that_is_no_document_are_refused() {
        var withMacros = EditedTemplate.ofBuiltIn().put("word/vbaProject.bin", "x");
        for (var file : List.of(withMacros.bytes(), "周报".getBytes(), "%PDF-1.4\n%%EOF".getBytes())) {
            assertThatThrownBy(() -> TemplateCheck.demandSound(file))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("file-type-refused"));
        }
    }

    @Test
    void a_tag_in_a_place_where_no_tag_is_filled_is_refused() {
        var link = "<w:hyperlink w:anchor=\"x\"><w:r><w:t>{{title}}</w:t></w:r></w:hyperlink>";
        assertThat(EditedTemplate.ofBuiltIn().withParagraph(link).violations())
                .containsExactly("template-tags-left | {{title}}");
        var control = "<w:sdt><w:sdtContent><w:r><w:t>{{title}}</w:t></w:r></w:sdtContent></w:sdt>";
        assertThat(EditedTemplate.ofBuiltIn().withParagraph(control).violations())
                .containsExactly("template-cannot-be-filled");
    }

    @Test
    void a_tracked_change_and_an_inline_block_are_filled() throws IOException {
        var template = EditedTemplate.ofBuiltIn()
                .withParagraph("<w:ins w:id=\"1\" w:author=\"陈某\"><w:r><w:t>修订{{issue}}</w:t></w:r></w:ins>")
                .withWords("甲{{?isCorrection}}更正{{corrects}}{{/isCorrection}}乙");
        assertThat(template.violations()).isEmpty();
        assertThat(printed(PrintedBulletins.correction(), template)).contains("修订2021年第14期", "甲更正2021年第12期乙");
        assertThat(printed(PrintedBulletins.ofOnePage(), template)).contains("甲乙");
    }

    @Test
    void a_zip_file_that_other_programs_read_differently_is_refused() {
        var sound = EditedTemplate.ofBuiltIn().bytes();
        var evil = EditedTemplate.ofBuiltIn().withField("DDEAUTO cmd").bytes();
        for (var forged : List.of(
                ForgedZip.oneBehindTheOther(sound, evil),
                ForgedZip.oneBehindTheOther(evil, sound),
                ForgedZip.unlisted(sound, evil),
                ForgedZip.behind(new byte[] {'P', 'K', 3, 4}, sound),
                ForgedZip.joined(sound, evil),
                ForgedZip.joined(sound, new byte[] {0}),
                ForgedZip.renamed(evil, EditedTemplate.TEXT, "word/Document.xml"))) {
            assertThatThrownBy(() -> TemplateCheck.demandSound(forged))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isIn("file-type-refused", "invalid-request"));
        }
    }

    @Test
    void the_template_guide_lists_every_tag() throws IOException {
        var page = Files.readString(Path.of("src/docs/zh-CN/bulletin-template.md"));
        assertThat(TemplateTag.values()).allSatisfy(tag -> assertThat(page).contains(tag.written()));
    }
}
