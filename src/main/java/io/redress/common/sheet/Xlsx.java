package io.redress.common.sheet;

import io.redress.common.office.StablePackage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;

/**
 * Workbook (XLSX, ISO/IEC 29500) with one table per tab. Numbers are numbers and dates are dates; the headings stay
 * visible and repeat on each printed A4 page. Text stays text, whatever it begins with.
 */
public final class Xlsx {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String APPLICATION = "Redress";

    /** Excel's limit for the name of a tab, in UTF-16 units. */
    private static final int LONGEST_NAME = 31;

    private Xlsx() {}

    /**
     * Writes a workbook.
     *
     * @param title title in the document's properties
     * @param createdAt time of creation in the properties; the bytes depend on no other clock
     */
    public static byte[] of(String title, Instant createdAt, List<Sheet> sheets) {
        var bytes = new ByteArrayOutputStream();
        try {
            try (var workbook = new Workbook(bytes, APPLICATION, null)) {
                workbook.properties().setTitle(title);
                var names = new HashSet<String>();
                for (var sheet : sheets) {
                    try (var tab = workbook.newWorksheet(unique(sheet.name(), names))) {
                        new XlsxTab(tab, sheet).write();
                    }
                }
            }
            return StablePackage.of(bytes.toByteArray(), createdAt);
        } catch (IOException e) {
            throw new UncheckedIOException("failed to write the workbook", e);
        }
    }

    /** Excel refuses a workbook with duplicate tab names, compared without case, or with these characters in them. */
    private static String unique(String name, Set<String> taken) {
        var fitting = name.replaceAll("[/\\\\?*:\\[\\]'\\p{Cntrl}]", " ").strip();
        var base = fitting.isEmpty() ? "Sheet" : fitting;
        var unique = cut(base, LONGEST_NAME);
        for (var i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
            var number = " " + i;
            unique = cut(base, LONGEST_NAME - number.length()) + number;
        }
        return unique;
    }

    /** Never splits a surrogate pair. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
