package io.redress.bulletin.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideReferencesTest {

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate, http://example.com/evil.dotm, External, template-outside-reference",
        "image, file:///C:/picture.png, External, template-outside-reference",
        "oleObject, \\\\server\\share\\a.xlsx, External, template-outside-reference",
        "oleObject, embeddings/a.bin, Internal, template-embedded-object",
        "aFChunk, a.html, Internal, template-embedded-object"
    })
    void external_and_embedded_objects_are_refused(String kind, String target, String mode, String code) {
        var template = EditedTemplate.ofBuiltIn().withRelationship(kind, target, mode);
        assertThat(template.violations()).containsExactly(code + " | " + target);
    }

    @ParameterizedTest
    @CsvSource({
        "'image ', http://example.com/a.png, External, template-outside-reference",
        "image, http://example.com/a.png, ' external ', template-outside-reference",
        "image, http://example.com/a.png, EXTERNAL, template-outside-reference",
        "image, http://example.com/a.png, Outside, template-outside-reference",
        "image, http://example.com/a.png, Internal, template-outside-reference",
        "image, ' file:///C:/a.png', '', template-outside-reference",
        "AttachedTemplate, a.dotm, Internal, template-embedded-object",
        "OLEOBJECT, embeddings/a.bin, Internal, template-embedded-object",
        "' aFChunk', a.html, Internal, template-embedded-object",
        "aFChunk/, a.html, Internal, template-embedded-object"
    })
    void relationship_type_and_mode_are_read_without_regard_to_case_and_spaces(
            String kind, String target, String mode, String code) {
        var template = EditedTemplate.ofBuiltIn().withRelationship(kind, target, mode);
        assertThat(template.violations()).containsExactly(code + " | " + target);
    }

    @Test
    void relationship_parts_are_found_without_regard_to_case() {
        var template = EditedTemplate.ofBuiltIn()
                .put(
                        "word/_rels/Footer1.xml.RELS",
                        "<Relationships><Relationship Id=\"rId1\" Type=\"http://a/image\" Target=\"http://example.com/a.png\""
                                + " TargetMode=\"External\"/></Relationships>");
        assertThat(template.violations()).contains("template-outside-reference | http://example.com/a.png");
    }

    @Test
    void a_hyperlink_is_accepted() {
        assertThat(EditedTemplate.ofBuiltIn()
                        .withRelationship("hyperlink", "http://example.com/", "External")
                        .violations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INCLUDETEXT \"C:\\a.docx\"",
                "IncludePicture \"http://a/b.png\"",
                "DDE a b",
                "LINK Excel.Sheet.12 a",
                "DATE \\@ y",
                "QUOTE 68 68 69",
                "MACROBUTTON x",
                "DATABASE x",
                "AUTOTEXT x",
                "FILLIN x"
            })
    void a_field_with_external_active_or_changing_content_is_refused(String instruction) {
        var name = instruction.substring(0, instruction.indexOf(' ')).toUpperCase(Locale.ROOT);
        assertThat(EditedTemplate.ofBuiltIn().withField(instruction).violations())
                .containsExactly("template-field-refused | " + name);
        assertThat(EditedTemplate.ofBuiltIn()
                        .withParagraph(
                                "<w:fldSimple w:instr='" + instruction + "'><w:r><w:t>1</w:t></w:r></w:fldSimple>")
                        .violations())
                .containsExactly("template-field-refused | " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NUMPAGES", "PAGE \\* MERGEFORMAT", "=1+1", "SECTIONPAGES"})
    void a_field_about_the_document_itself_is_accepted(String instruction) {
        assertThat(EditedTemplate.ofBuiltIn().withField(instruction).violations())
                .isEmpty();
    }

    @Test
    void a_field_with_its_name_from_a_nested_field_is_refused() {
        var begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        var end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var inner = begin + "<w:r><w:instrText> REF secret </w:instrText></w:r>" + end;
        var template = EditedTemplate.ofBuiltIn()
                .withParagraph(begin + inner + "<w:r><w:instrText> \"a.docx\"</w:instrText></w:r>" + end);
        assertThat(template.violations()).singleElement().asString().startsWith("template-field-refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "begin, DDEAUTO cmd | DDEAUTO cmd",
                "begin, DDE, AUTO cmd, separate | DDEAUTO cmd",
                "begin, PAGE, end, begin, INCLUDETEXT a | INCLUDETEXT a",
                "begin, IF 1, begin, PAGE, end | IF 1\uFFFC",
                "end | end",
                "begin, PAGE, End, finish | finish"
            })
    void a_field_without_an_end_is_refused(String steps, String named) {
        var runs = new StringBuilder();
        for (var step : steps.split(", ")) {
            runs.append("<w:r>")
                    .append(
                            step.matches("begin|separate|[Ee]nd|finish")
                                    ? "<w:fldChar w:fldCharType=\"" + step + "\"/>"
                                    : "<w:instrText>" + step + "</w:instrText>")
                    .append("</w:r>");
        }
        assertThat(EditedTemplate.ofBuiltIn().withParagraph(runs.toString()).violations())
                .contains("template-field-unended | " + named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%sPAGE", "PA%sGE", "PAGE%s", "NUM%sPAGES"})
    void a_field_with_its_name_split_by_a_nested_field_is_refused(String instruction) {
        var begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        var end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var inner = begin + "<w:r><w:instrText> REF secret </w:instrText></w:r>" + end;
        var outer = "<w:r><w:instrText>" + instruction.formatted("</w:instrText></w:r>" + inner + "<w:r><w:instrText>")
                + "</w:instrText></w:r>";
        assertThat(EditedTemplate.ofBuiltIn().withParagraph(begin + outer + end).violations())
                .singleElement()
                .asString()
                .startsWith("template-field-refused");
    }

    @Test
    void a_vml_picture_with_an_address_is_refused() {
        var picture =
                "<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:imagedata src=\"http://example.com/a.png\"/>"
                        + "</v:shape></w:pict></w:r>";
        assertThat(EditedTemplate.ofBuiltIn().withParagraph(picture).violations())
                .containsExactly("template-outside-reference | http://example.com/a.png");
    }

    @Test
    void a_header_part_with_an_unusual_name_is_refused() {
        var template = EditedTemplate.ofBuiltIn()
                .with(
                        "[Content_Types].xml",
                        "</Types>",
                        "<Override PartName=\"/word/header9.dat\" ContentType=\"application/vnd.openxmlformats-officedocument."
                                + "wordprocessingml.header+xml\"/></Types>")
                .put("word/header9.dat", "<x/>");
        assertThat(template.violations()).containsExactly("template-unreadable");
    }

    @Test
    void a_doctype_that_reads_files_is_refused() {
        var template = EditedTemplate.ofBuiltIn()
                .put("word/comments.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");
        assertThat(template.violations()).containsExactly("template-unreadable");
    }

    @Test
    void a_document_that_unpacks_to_gigabytes_is_refused() {
        var template =
                EditedTemplate.ofBuiltIn().put("word/comments.xml", "<x>" + " ".repeat(33 * 1024 * 1024) + "</x>");
        assertThat(template.violations()).containsExactly("template-unreadable");
    }
}
