package io.redress.exchange;

import io.redress.common.sheet.Csv;
import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which form. */
@Schema(name = "ExportFormat")
enum ExportFormat implements Labelled {
    /** UTF-8, with a byte order mark. */
    CSV("CSV（UTF-8，供程序读取）", "CSV (UTF-8, for programs)"),
    /** For older Chinese programs. */
    CSV_GB18030("CSV（GB18030，供旧程序读取）", "CSV (GB18030, for old programs)"),
    /** A workbook. */
    XLSX("Excel", "Excel");

    private final Label label;

    ExportFormat(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /** Of text; a workbook has none. */
    Charset charset() {
        return this == CSV_GB18030 ? Csv.GB18030 : StandardCharsets.UTF_8;
    }
}
