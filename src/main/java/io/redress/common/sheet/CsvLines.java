package io.redress.common.sheet;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV (RFC 4180), written line by line. UTF-8 begins with a byte order mark, by which Excel recognises it. Against CSV
 * injection (OWASP), a text that a spreadsheet would take for a formula gets an apostrophe in front. Numbers and dates
 * are written unchanged, so they may begin with a minus.
 */
public final class CsvLines implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The characters that begin a formula, also in full width: Chinese Excel treats both widths alike. */
    private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final CsvSchema ROWS = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private final SequenceWriter lines;

    public CsvLines(OutputStream out, Charset charset, List<String> columns) throws IOException {
        var writer = new OutputStreamWriter(out, charset);
        if (charset.equals(StandardCharsets.UTF_8)) {
            writer.write(BYTE_ORDER_MARK);
        }
        lines = MAPPER.writer(ROWS)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .writeValues(writer);
        lines.write(columns.stream().map(CsvLines::harmless).toArray());
    }

    public void write(List<Cell> row) {
        try {
            lines.write(row.stream()
                    .map(cell -> cell instanceof Cell.Text text ? harmless(text.text()) : cell.plain())
                    .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("failed to write the CSV", e);
        }
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
