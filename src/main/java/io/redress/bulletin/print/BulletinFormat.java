package io.redress.bulletin.print;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;

/** The file formats of a bulletin; the files of an issued bulletin are rendered once and stored. */
public enum BulletinFormat implements Labelled {
    /** The content in its published JSON Schema; its SHA-256 is the bulletin's digest. */
    JSON("JSON（签发时的内容）", "JSON (content as issued)", "json", "application/json"),
    DOCX("Word", "Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("PDF", "PDF", "pdf", "application/pdf"),
    XLSX("Excel", "Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** With a byte order mark, by which Excel recognises UTF-8. */
    CSV("CSV（UTF-8）", "CSV (UTF-8)", "csv", "text/csv;charset=UTF-8"),
    /** For older software in Chinese offices. */
    CSV_GB18030("CSV（GB18030，供旧程序读取）", "CSV (GB18030, for old programs)", "gb18030.csv", "text/csv;charset=GB18030"),
    HTML("网页", "Web page", "html", "text/html;charset=UTF-8");

    public final String suffix;
    public final String mediaType;

    private final Label label;

    BulletinFormat(String zh, String en, String suffix, String mediaType) {
        label = new Label(zh, en);
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    @Override
    public Label label() {
        return label;
    }
}
