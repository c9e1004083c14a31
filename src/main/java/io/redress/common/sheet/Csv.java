package io.redress.common.sheet;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as CSV by RFC 4180: headings first, fields quoted where they need it, lines ended by CR LF. UTF-8 begins with a byte
 * order mark, by which Excel knows it; GB18030, which older Chinese programs take for granted, has none.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises against CSV injection;
 * numbers and dates are written as they are, and so may begin with a minus.
 */
public final class Csv {

    public static final Charset GB18030 = Charset.forName("GB18030");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What begins a formula; the wide forms too, which Excel in Chinese takes for the narrow ones. */
    private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final CsvSchema ROWS = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private Csv() {}

    public static byte[] of(Sheet sheet, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new OutputStreamWriter(bytes, charset)) {
            if (charset.equals(StandardCharsets.UTF_8)) {
                out.write(BYTE_ORDER_MARK);
            }
            try (var lines = MAPPER.writer(ROWS).writeValues(out)) {
                lines.write(sheet.columns().stream().map(Csv::harmless).toArray());
                for (var row : sheet.rows()) {
                    lines.write(fields(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static Object[] fields(List<Cell> row) {
        return row.stream()
                .map(cell -> cell instanceof Cell.Text text ? harmless(text.text()) : cell.plain())
                .toArray();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
