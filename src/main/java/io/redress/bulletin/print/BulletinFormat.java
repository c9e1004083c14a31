package io.redress.bulletin.print;

/** The file formats of a bulletin; the files of an issued bulletin are rendered once and stored. */
public enum BulletinFormat {
    /** The content in its published JSON Schema; its SHA-256 is the bulletin's digest. */
    JSON("json", "application/json"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("pdf", "application/pdf"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** With a byte order mark, by which Excel recognises UTF-8. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** For older software in Chinese offices. */
    CSV_GB18030("gb18030.csv", "text/csv;charset=GB18030"),
    HTML("html", "text/html;charset=UTF-8");

    public final String suffix;
    public final String mediaType;

    BulletinFormat(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }
}
