package io.redress.file;

import static io.redress.file.SmallFiles.contentTypes;
import static io.redress.file.SmallFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExaminedFileTest {

    private static Set<FileWarning> warnings(byte[] content) {
        return ExaminedFile.of(content).warnings();
    }

    private static byte[] document(String part, String xml) throws IOException {
        var main = FileType.DOCX.mediaType() + ".main+xml";
        var parts = new TreeMap<>(Map.of(
                "[Content_Types].xml", contentTypes("/word/document.xml", main), "word/document.xml", text("<w/>")));
        parts.put(part, xml.getBytes(StandardCharsets.UTF_8));
        return SmallFiles.zip(parts);
    }

    private static byte[] related(String kind, String target, String mode) throws IOException {
        return document(
                "word/_rels/settings.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + kind + "\" Target=\"" + target + "\" TargetMode=\"" + mode + "\"/></Relationships>");
    }

    private static byte[] pdf(String catalog, String... objects) {
        var all = new StringBuilder("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R" + catalog
                + ">>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[10 0 R]>>endobj\n");
        for (var i = 0; i < objects.length; i++) {
            all.append(10 + i).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        return text(all + "trailer<</Root 1 0 R/Size 20>>\nstartxref\n0\n%%EOF\n");
    }

    @Test
    void ordinary_files_have_no_warnings() throws IOException {
        assertThat(warnings(SmallFiles.docx())).isEmpty();
        assertThat(warnings(SmallFiles.xlsx())).isEmpty();
        assertThat(warnings(SmallFiles.pptx())).isEmpty();
        assertThat(warnings(SmallFiles.xls())).isEmpty();
        assertThat(warnings(SmallFiles.ole("WordDocument", "1Table"))).isEmpty();
        assertThat(warnings(SmallFiles.image("png"))).isEmpty();
        assertThat(warnings(pdf("", "<</Type/Annot/Subtype/Link/A<</S/URI/URI(http://example.com)>>>>")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate, http://example.com/a.dotm, External, EXTERNAL_CONTENT",
        "attachedTemplate, ' file:///C:/a.dotm', ' external', EXTERNAL_CONTENT",
        "image, http://example.com/a.png, EXTERNAL, EXTERNAL_CONTENT",
        "oleObject, embeddings/a.bin, Internal, EMBEDDED_FILE",
        "aFChunk, a.html, Internal, EMBEDDED_FILE"
    })
    void a_document_with_external_or_embedded_content_gets_a_warning(
            String kind, String target, String mode, FileWarning warning) throws IOException {
        assertThat(warnings(related(kind, target, mode))).containsExactly(warning);
    }

    @Test
    void a_hyperlink_in_a_document_gets_no_warning() throws IOException {
        assertThat(warnings(related("hyperlink", "http://example.com", "External")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<fldSimple instr=' DDEAUTO cmd '/> | RUNS_PROGRAM",
                "<r><fldChar fldCharType='begin'/><instrText> DD</instrText><instrText>E cmd</instrText></r> | RUNS_PROGRAM",
                "<r><fldChar fldCharType='begin'/><instrText>INCLUDE</instrText><instrText>PICTURE \"http://a\"</instrText>"
                        + "<fldChar fldCharType='end'/></r> | EXTERNAL_CONTENT",
                "<mailMerge/> | EXTERNAL_CONTENT",
                "<v:imagedata xmlns:v='urn:schemas-microsoft-com:vml' src='http://example.com/a.png'/> | EXTERNAL_CONTENT",
                "<r> | NOT_EXAMINED"
            })
    void a_field_with_external_or_active_content_gets_a_warning(String xml, FileWarning warning) throws IOException {
        assertThat(warnings(document("word/footer1.xml", xml))).containsExactly(warning);
    }

    @Test
    void workbooks_and_slides_that_start_programs_get_a_warning() throws IOException {
        assertThat(warnings(document(
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>")))
                .containsExactly(FileWarning.RUNS_PROGRAM);
        assertThat(warnings(document("xl/macrosheets/sheet1.xml", "<m/>"))).containsExactly(FileWarning.SCRIPT);
        assertThat(warnings(document("ppt/slides/slide1.xml", "<a action='ppaction://program'/>")))
                .containsExactly(FileWarning.RUNS_PROGRAM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/OpenAction<</S/JavaScript/JS(app.alert(1))>> | SCRIPT",
                "/OpenAction<</S/J#61vaScript/JS(app.alert(1))>> | SCRIPT",
                "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>> | SCRIPT",
                "/AcroForm<</XFA(x)>> | SCRIPT",
                "/OpenAction<</S/URI/URI(http://example.com)>> | EXTERNAL_CONTENT",
                "/OpenAction<</S/GoTo/Next<</S/URI/URI(http://example.com)>>>> | EXTERNAL_CONTENT",
                "/AA<</WC<</S/GoToR/F(a.pdf)>>>> | EXTERNAL_CONTENT",
                "/OpenAction<</S/Launch/F(cmd.exe)>> | RUNS_PROGRAM",
                "/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/EF<<>>>>]>>>> | EMBEDDED_FILE"
            })
    void a_pdf_with_active_or_embedded_content_gets_a_warning(String catalog, FileWarning warning) {
        assertThat(warnings(pdf(catalog, "<</Type/Annot>>"))).containsExactly(warning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<</Subtype/Link/A<</S/Launch/F(cmd.exe)>>>>", "<</Subtype/Widget/AA<</E<</S/Launch>>>>>>"})
    void an_action_of_any_annotation_is_found(String annotation) {
        assertThat(warnings(pdf("", annotation))).containsExactly(FileWarning.RUNS_PROGRAM);
    }

    @Test
    void a_pdf_and_a_workbook_with_a_password_get_a_warning() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(bytes);
        }
        assertThat(warnings(bytes.toByteArray())).containsExactly(FileWarning.PASSWORD);
        var book = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet("虚构");
            workbook.write(book);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(warnings(book.toByteArray())).containsExactly(FileWarning.PASSWORD);
    }

    @Test
    void a_pdf_that_cannot_be_parsed_is_accepted_as_not_examined() {
        assertThat(warnings(text("%PDF-1.4\nnonsense\n%%EOF"))).containsExactly(FileWarning.NOT_EXAMINED);
    }

    @Test
    void a_pdf_that_cannot_be_parsed_is_searched_as_text() {
        var broken = "%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/J#61vaScript/JS(x)>>>>endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF\n";
        assertThat(warnings(text(broken))).containsExactlyInAnyOrder(FileWarning.SCRIPT, FileWarning.NOT_EXAMINED);
    }
}
