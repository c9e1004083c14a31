package io.redress.common.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static Sheet of(Cell... cells) {
        var columns = Stream.of(cells).map(cell -> "列").toList();
        return Sheet.data("表", columns, List.of(List.of(cells)));
    }

    private static String written(Cell... cells) {
        return new String(Csv.of(of(cells), UTF_8), UTF_8);
    }

    static List<Charset> charsets() {
        return List.of(UTF_8, Csv.GB18030);
    }

    @Test
    void utf_8_starts_with_a_byte_order_mark_and_lines_end_with_crlf() {
        assertThat(written(
                        Cell.text("桥东街道"),
                        Cell.count(-12L),
                        Cell.money(new BigDecimal("1028.5")),
                        Cell.day(LocalDate.of(2021, 3, 1)),
                        Cell.BLANK))
                .isEqualTo("\uFEFF列,列,列,列,列\r\n桥东街道,-12,1028.50,2021-03-01,\r\n");
    }

    @Test
    void gb18030_has_no_byte_order_mark() {
        assertThat(new String(Csv.of(of(Cell.text("桥东")), Csv.GB18030), Csv.GB18030))
                .isEqualTo("列\r\n桥东\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-x", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"})
    void a_text_that_looks_like_a_formula_is_escaped(String text) throws IOException {
        assertThat(read(Csv.of(of(Cell.text(text)), UTF_8), UTF_8).get(1)).containsExactly("'" + text);
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void any_text_is_read_back_unchanged(Charset charset) throws IOException {
        var texts = new String[] {"𠮷野、㛃", "a,b", "“引”和\"quote\"", "两\r\n行", " 空格 ", "é€😀", "''"};
        var cells = Stream.of(texts).map(Cell::text).toArray(Cell[]::new);
        assertThat(read(Csv.of(of(cells), charset), charset).get(1)).containsExactly(texts);
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void the_same_sheet_gives_the_same_bytes_anywhere(Charset charset) {
        var sheet = of(Cell.text("桥东"), Cell.count(1234567L), Cell.day(LocalDate.of(2021, 3, 1)));
        assertThat(Workbooks.elsewhere(() -> Csv.of(sheet, charset))).isEqualTo(Csv.of(sheet, charset));
    }

    static List<String[]> read(byte[] csv, Charset charset) throws IOException {
        var text = new String(csv, charset).replaceFirst("^\uFEFF", "");
        var mapper =
                CsvMapper.csvBuilder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        return mapper.readerFor(String[].class).<String[]>readValues(text).readAll();
    }
}
