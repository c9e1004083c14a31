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
 * A workbook of tables, one a tab: numbers are numbers and dates are dates, headings stay in sight and are printed on every
 * page of A4. Text stays text, whatever it begins with.
 */
public final class Xlsx {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String APPLICATION = "Redress";

    /** As long as Excel lets the name of a tab be, in UTF-16 units. */
    private static final int LONGEST_NAME = 31;

    private Xlsx() {}

    /**
     * Writes a workbook.
     *
     * @param title of the document's properties
     * @param createdAt what its properties say of when it was made; the bytes depend on nothing else
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
            throw new UncheckedIOException("the workbook cannot be written", e);
        }
    }

    /** Excel refuses a workbook with other names, and compares them without regard to case. */
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

    /** Without tearing a rare character in two. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
