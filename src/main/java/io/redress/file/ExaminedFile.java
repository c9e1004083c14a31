package io.redress.file;

import java.util.EnumSet;
import java.util.Set;

/**
 * A file that was handed in and looked into. Looking takes time and memory, and is done before a transaction begins.
 *
 * @param warnings what whoever opens it should know first
 */
public record ExaminedFile(byte[] content, FileType type, Set<FileWarning> warnings) {

    /**
     * Finds out what a file is and what it would do when opened.
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
            // readers answer a damaged file with whatever they stumble over
            return EnumSet.of(FileWarning.NOT_EXAMINED);
        }
    }

    /** What is to be said of a file of which nobody knows whether it was ever examined. */
    public static Set<FileWarning> unknown(String mediaType) {
        return mediaType.startsWith("image/")
                ? EnumSet.noneOf(FileWarning.class)
                : EnumSet.of(FileWarning.NOT_EXAMINED);
    }
}
