package io.redress.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tika.Tika;

/** The kinds of file that are kept: what scanners, phones and offices make, and nothing that runs. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    /** Photographs of an iPhone. */
    HEIC("image/heic", "heic", "heif"),
    TIFF("image/tiff", "tif", "tiff"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    /** 版式文档, GB/T 33190-2016: what tax offices, courts and banks send. */
    OFD("application/ofd", "ofd"),
    /** Notes, chats and tables; the content does not tell the one from the other. */
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

    /** The extension a file of this kind is given, without the dot. */
    public String extension() {
        return extensions.get(0);
    }

    /** How the names of such files end, without the dot. */
    Stream<String> extensions() {
        return extensions.stream();
    }

    /** Whether a name ends as files of this kind do. */
    boolean isNamed(String name) {
        return extensions.stream().anyMatch(extension -> endsWithIgnoringCase(name, "." + extension));
    }

    private static boolean endsWithIgnoringCase(String name, String end) {
        return name.regionMatches(true, name.length() - end.length(), end, 0, end.length());
    }

    /**
     * What a file is, found from its content alone; empty when it is none of the kinds kept. A file that is two things at
     * once (a PDF with an archive behind it) is neither, and neither is an office document with macros.
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
            // what has no magic number; the library knows text only in ASCII and UTF-8
            case "text/plain", "application/octet-stream" ->
                Optional.of(TEXT).filter(text -> PlainText.isText(content));
            default -> Optional.empty();
        };
    }

    /** Some phones name the format in general first; other formats (AVIF) do so too. */
    private static boolean isHeicAmongBrands(byte[] content) {
        var head = new String(content, 0, Math.min(content.length, LONGEST_BRANDS), StandardCharsets.ISO_8859_1);
        return head.contains("heic");
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length >= magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    /**
     * What a file handed in is, or the reason it is not taken.
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

    static FileType ofMediaType(String mediaType) {
        return Stream.of(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(mediaType));
    }
}
