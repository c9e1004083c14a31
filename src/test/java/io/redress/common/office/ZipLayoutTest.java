package io.redress.common.office;

import static io.redress.common.office.ForgedZip.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipLayoutTest {

    private static final long MOST = 1_000_000;

    private static final byte[] SOUND = zip(Map.of("word/document.xml", "好".repeat(1000)));
    private static final byte[] OTHER = zip(Map.of("word/document.xml", "evil"));

    private static void assertRefused(byte[] archive) {
        assertThatThrownBy(() -> ZipLayout.of(archive, MOST)).isInstanceOf(IOException.class);
    }

    @Test
    void an_unambiguous_archive_is_accepted() throws IOException {
        var layout = ZipLayout.of(SOUND, MOST);
        assertThat(layout.names()).containsExactly("word/document.xml");
        assertThat(new String(layout.read("word/document.xml", 10_000))).isEqualTo("好".repeat(1000));
        assertThatThrownBy(() -> layout.read("word/document.xml", 10)).isInstanceOf(IOException.class);
    }

    @Test
    void archives_of_office_programs_are_accepted() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("虚构");
            document.write(bytes);
        }
        assertThat(ZipLayout.of(bytes.toByteArray(), MOST).names()).contains("word/document.xml");
    }

    @ParameterizedTest
    @EnumSource(Zip64Mode.class)
    void a_zip64_archive_is_accepted(Zip64Mode mode) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            zip.setUseZip64(mode);
            for (var name : new String[] {"a", "b"}) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(new byte[1000]);
                zip.closeArchiveEntry();
            }
        }
        var layout = ZipLayout.of(bytes.toByteArray(), MOST);
        assertThat(layout.read("b", 1000)).isEqualTo(new byte[1000]);
        var forged = bytes.toByteArray();
        var buffer = ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = 0; at < forged.length - 4; at++) {
            // the ZIP64 end record gives another offset than the one of four bytes
            if (buffer.getInt(at) == 0x06064b50) {
                buffer.putLong(at + 48, buffer.getLong(at + 48) - 1);
                assertRefused(forged);
            }
        }
    }

    @Test
    void a_streamed_workbook_is_accepted() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new SXSSFWorkbook()) {
            workbook.createSheet("虚构").createRow(0).createCell(0).setCellValue("12000.00");
            workbook.write(bytes);
        }
        assertThat(ZipLayout.of(bytes.toByteArray(), MOST).names()).contains("xl/workbook.xml");
    }

    @Test
    void two_concatenated_archives_are_refused() {
        assertRefused(ForgedZip.oneBehindTheOther(SOUND, OTHER));
        assertRefused(ForgedZip.oneBehindTheOther(OTHER, SOUND));
        assertRefused(ForgedZip.joined(SOUND, OTHER));
        assertRefused(ForgedZip.unlisted(SOUND, OTHER));
    }

    @Test
    void bytes_before_and_after_the_archive_are_refused() {
        assertRefused(ForgedZip.behind(new byte[] {1}, SOUND));
        assertRefused(ForgedZip.behind("PK\3\4".getBytes(), SOUND));
        assertRefused(ForgedZip.joined(new byte[] {1}, SOUND));
        assertRefused(ForgedZip.joined(SOUND, new byte[] {0}));
        var commented = ForgedZip.joined(SOUND, OTHER);
        ByteBuffer.wrap(commented).order(ByteOrder.LITTLE_ENDIAN).putShort(SOUND.length - 2, (short) OTHER.length);
        assertRefused(commented);
    }

    @Test
    void a_directory_name_that_differs_from_the_local_header_is_refused() {
        assertRefused(ForgedZip.renamed(SOUND, "word/document.xml", "word/Document.xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WORD/document.xml", "word/%64ocument.xml", "word/document.xmL", "word/Document.XML"})
    void names_that_some_readers_treat_as_equal_are_refused(String second) {
        var files = new LinkedHashMap<String, String>();
        files.put("word/document.xml", "a");
        files.put(second, "b");
        assertRefused(zip(files));
    }

    @Test
    void a_duplicate_name_is_refused() {
        var files = new LinkedHashMap<String, String>();
        files.put("word/document.xml", "a");
        files.put("word/documenu.xml", "b");
        var bytes = new String(zip(files), java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("documenu", "document")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertRefused(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/word/document.xml",
                "word\\document.xml",
                "word//document.xml",
                "word/./document.xml",
                "word/../document.xml",
                "word/document.xml.",
                "C:document.xml",
                "word/docu\u0000ment.xml"
            })
    void a_name_that_readers_interpret_differently_is_refused(String name) {
        assertRefused(zip(Map.of(name, "a")));
    }

    @Test
    void changed_sizes_and_offsets_in_the_directory_are_refused() {
        var archive = zip(Map.of("a", "x".repeat(100), "b", "y".repeat(100)));
        var bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        var start = bytes.getInt(archive.length - 6);
        for (var field : new int[] {8, 10, 16, 20, 24, 42}) {
            var forged = archive.clone();
            forged[start + field] ^= 1;
            assertRefused(forged);
        }
    }

    @Test
    void an_archive_larger_than_the_limit_and_an_empty_archive_are_refused() {
        assertRefused(zip(Map.of("a", "x".repeat((int) MOST + 1))));
        assertRefused(zip(Map.of("a", "x".repeat((int) MOST / 2 + 1), "b", "x".repeat((int) MOST / 2 + 1))));
        assertRefused(zip(Map.of()));
    }

    @Test
    void a_damaged_archive_throws_no_other_exception_than_IOException() {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++) {
            var damaged = Arrays.copyOf(SOUND, i % 3 == 0 ? random.nextInt(SOUND.length) : SOUND.length);
            for (var j = 0; j < 4 && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                ZipLayout.of(damaged, MOST);
            } catch (IOException e) {
                // as expected
            }
        }
    }
}
