package io.redress.exchange;

import io.redress.common.sheet.Csv;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which form. */
@Schema(name = "ExportFormat")
enum ExportFormat {
    /** UTF-8, with a byte order mark. */
    CSV,
    /** For older Chinese programs. */
    CSV_GB18030,
    /** A workbook. */
    XLSX;

    /** Of text; a workbook has none. */
    Charset charset() {
        return this == CSV_GB18030 ? Csv.GB18030 : StandardCharsets.UTF_8;
    }
}
