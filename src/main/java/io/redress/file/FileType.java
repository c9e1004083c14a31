package io.redress.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tika.Tika;

/** The accepted file types: what scanners, phones and offices produce, and nothing executable. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    /** iPhone photos. */
    HEIC("image/heic", "heic", "heif"),
    TIFF("image/tiff", "tif", "tiff"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    /** 版式文档, GB/T 33190-2016: used by tax offices, courts and banks. */
    OFD("application/ofd", "ofd"),
    /** Notes, chats and CSV tables; the content does not tell one from the other. */
    TEXT("text/plain", "txt", "csv");

    private static final Tika MAGIC = new Tika();
    private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
    private static final int LONGEST_BRANDS = 64;

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The extension given to files of this type, without the dot. */
    public String extension() {
        return extensions.get(0);
    }

    /** All usual extensions of this type, without the dot. */
    Stream<String> extensions() {
        return extensions.stream();
    }

    /** Whether a name has an extension of this type, in any case. */
    boolean isNamed(String name) {
        return extensions.stream().anyMatch(extension -> endsWithIgnoringCase(name, "." + extension));
    }

    private static boolean endsWithIgnoringCase(String name, String end) {
        return name.regionMatches(true, name.length() - end.length(), end, 0, end.length());
    }

    /**
     * Detects the type from the content alone; empty when it is not an accepted one. A polyglot (a PDF with an archive
     * behind it) is refused, and so is an office document with macros.
     */
    public static Optional<FileType> detect(byte[] content) {
        if (startsWith(content, OLE)) {
            return OleContainer.officeType(content);
        }
        if (startsWith(content, ZIP)) {
            return ZipContainer.officeType(content);
        }
        return single(content).filter(type -> !ZipContainer.endsAsArchive(content));
    }

    private static Optional<FileType> single(byte[] content) {
        return switch (MAGIC.detect(content)) {
            case "application/pdf" -> Optional.of(PDF).filter(pdf -> PdfFrame.isWhole(content));
            case "image/jpeg" -> Optional.of(JPEG);
            case "image/png" -> Optional.of(PNG);
            case "image/webp" -> Optional.of(WEBP);
            case "image/heic" -> Optional.of(HEIC);
            case "image/heif" -> Optional.of(HEIC).filter(heic -> isHeicAmongBrands(content));
            case "image/tiff" -> Optional.of(TIFF);
            // Text has no magic number; the library recognises it only in ASCII and UTF-8.
            case "text/plain", "application/octet-stream" ->
                Optional.of(TEXT).filter(text -> PlainText.isText(content));
            default -> Optional.empty();
        };
    }

    /** Some phones put a general brand first; other formats (AVIF) do so too. */
    private static boolean isHeicAmongBrands(byte[] content) {
        var head = new String(content, 0, Math.min(content.length, LONGEST_BRANDS), StandardCharsets.ISO_8859_1);
        return head.contains("heic");
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length >= magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    /**
     * Detects the type of an uploaded file.
     *
     * @throws io.redress.common.problem.Problem file-empty, file-too-large or file-type-refused
     */
    public static FileType demand(byte[] content) {
        if (content.length == 0) {
            throw FileProblems.empty();
        }
        if (content.length > StoredFiles.LARGEST) {
            throw FileProblems.tooLarge();
        }
        return detect(content).orElseThrow(FileProblems::typeRefused);
    }
}
