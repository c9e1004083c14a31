package io.redress.file;

import java.util.EnumSet;
import java.util.Set;

/**
 * An uploaded file that was examined. Examination takes time and memory, so it runs before a transaction begins.
 *
 * @param warnings to show to a clerk before he opens the file
 */
public record ExaminedFile(byte[] content, FileType type, Set<FileWarning> warnings) {

    /**
     * Detects the type of a file and what it would do when opened.
     *
     * @throws io.redress.common.problem.Problem file-empty, file-too-large or file-type-refused
     */
    public static ExaminedFile of(byte[] content) {
        var type = FileType.demand(content);
        return new ExaminedFile(content, type, warnings(content, type));
    }

    private static Set<FileWarning> warnings(byte[] content, FileType type) {
        try {
            return switch (type) {
                case PDF -> PdfExamination.of(content);
                case DOCX, XLSX, PPTX -> OfficeExamination.of(content);
                case DOC, XLS, PPT -> OleExamination.of(content);
                case TEXT -> PlainText.examine(content);
                default -> EnumSet.noneOf(FileWarning.class);
            };
        } catch (RuntimeException e) {
            // parsers throw all kinds of exceptions for a damaged file
            return EnumSet.of(FileWarning.NOT_EXAMINED);
        }
    }

    /** The warnings for a file without a record of its examination. */
    public static Set<FileWarning> unknown(String mediaType) {
        return mediaType.startsWith("image/")
                ? EnumSet.noneOf(FileWarning.class)
                : EnumSet.of(FileWarning.NOT_EXAMINED);
    }
}
