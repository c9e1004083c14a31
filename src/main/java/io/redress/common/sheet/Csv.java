package io.redress.common.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

/**
 * A table as CSV (RFC 4180): first the headings, quotes only where needed, lines end in CR LF. In UTF-8, or in GB18030,
 * which older Chinese programs assume.
 */
public final class Csv {

    public static final Charset GB18030 = Charset.forName("GB18030");

    private Csv() {}

    public static byte[] of(Sheet sheet, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        try (var lines = new CsvLines(bytes, charset, sheet.columns())) {
            sheet.rows().forEach(lines::write);
        } catch (IOException e) {
            throw new UncheckedIOException("failed to write the CSV", e);
        }
        return bytes.toByteArray();
    }
}
