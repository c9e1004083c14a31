package io.redress.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Examines an office document before 2007 ([MS-DOC], [MS-XLS], [MS-PPT]) for content that acts when it is opened. */
final class OleExamination {

    private static final int ENCRYPTED = 0x0100;
    private static final int WORD_FLAGS = 10;

    private static final int FILE_PASS = 0x2F;
    private static final int BOUND_SHEET = 0x85;
    private static final int MACRO_SHEET = 1;
    private static final int SUP_BOOK = 0x1AE;
    private static final int DATA_CONNECTION = 0x876;

    /** SupBook records that are not external: the workbook itself, add-in functions, and an unused link. */
    private static final Set<Integer> OWN_BOOKS = Set.of(0x0401, 0x3A01, 0x0001);

    private static final int EXTERNAL_NAME = 0x23;
    private static final int DDE_OR_OLE_LINK = 0x0018;

    /** A field begins with this character, followed by its name. */
    private static final Pattern FIELD =
            Pattern.compile("\\x13\\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE)\\b");

    private final Set<FileWarning> found = EnumSet.noneOf(FileWarning.class);

    private OleExamination() {}

    static Set<FileWarning> of(byte[] document) {
        var examination = new OleExamination();
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(document))) {
            examination.folder(files.getRoot());
        } catch (IOException | IndexOutOfBoundsException e) {
            examination.found.add(FileWarning.NOT_EXAMINED);
        }
        return examination.found;
    }

    private void folder(DirectoryNode root) throws IOException {
        for (var names = root.getEntryNames().iterator(); names.hasNext(); ) {
            var name = names.next();
            var entry = root.getEntryCaseInsensitive(name);
            switch (name.toLowerCase(Locale.ROOT)) {
                case "worddocument" -> word(bytes(root, entry));
                case "workbook", "book" -> workbook(bytes(root, entry));
                case "encryptedsummary", "encryptedsummaryinformation" -> found.add(FileWarning.PASSWORD);
                case "objectpool" -> found.add(FileWarning.EMBEDDED_FILE);
                default -> {
                    if (name.startsWith("MBD") || name.startsWith("LNK")) {
                        found.add(FileWarning.EMBEDDED_FILE);
                    }
                }
            }
        }
    }

    private static byte[] bytes(DirectoryNode root, Entry entry) throws IOException {
        try (var stream = root.createDocumentInputStream(entry)) {
            return stream.readAllBytes();
        }
    }

    private void word(byte[] stream) {
        var bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        if ((bytes.getShort(WORD_FLAGS) & ENCRYPTED) != 0) {
            found.add(FileWarning.PASSWORD);
            return;
        }
        // Text is stored with one byte or two bytes per character, at even or odd offsets.
        fields(new String(stream, StandardCharsets.ISO_8859_1));
        fields(new String(stream, StandardCharsets.UTF_16LE));
        fields(new String(stream, 1, stream.length - 1, StandardCharsets.UTF_16LE));
    }

    private void fields(String text) {
        FIELD.matcher(text)
                .results()
                .forEach(field -> found.add(
                        field.group(1).startsWith("DDE") ? FileWarning.RUNS_PROGRAM : FileWarning.EXTERNAL_CONTENT));
    }

    /** A workbook consists of records: two bytes of type, two of length, and the data. */
    private void workbook(byte[] stream) {
        var bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = 0; at + 4 <= stream.length; ) {
            var length = Short.toUnsignedInt(bytes.getShort(at + 2));
            if (record(bytes, Short.toUnsignedInt(bytes.getShort(at)), at + 4, length)) {
                return;
            }
            at += 4 + length;
        }
    }

    /** Returns whether the following records cannot be read. */
    private boolean record(ByteBuffer bytes, int kind, int at, int length) {
        switch (kind) {
            case FILE_PASS -> found.add(FileWarning.PASSWORD);
            case BOUND_SHEET -> {
                if (length >= 6 && bytes.get(at + 5) == MACRO_SHEET) {
                    found.add(FileWarning.SCRIPT);
                }
            }
            case SUP_BOOK -> {
                if (length >= 4 && !OWN_BOOKS.contains(Short.toUnsignedInt(bytes.getShort(at + 2)))) {
                    found.add(FileWarning.EXTERNAL_CONTENT);
                }
            }
            case EXTERNAL_NAME -> {
                if (length >= 2 && (bytes.getShort(at) & DDE_OR_OLE_LINK) != 0) {
                    found.add(FileWarning.RUNS_PROGRAM);
                }
            }
            case DATA_CONNECTION -> found.add(FileWarning.EXTERNAL_CONTENT);
            default -> {}
        }
        return kind == FILE_PASS;
    }
}
