package io.redress.bulletin.print;

import io.redress.bulletin.print.BulletinContent.Table;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Column widths and font size of a table. All columns of figures have the width of the widest one, so that figures are
 * easy to compare, and no figure is broken. The font shrinks before this equal width is given up.
 *
 * @param widths in twips; their sum is the width of the table
 * @param halfPoints font size in half points
 */
public record TableColumns(List<Integer> widths, int halfPoints) {

    public static final Pattern FIGURE = Pattern.compile("[-−+]?[0-9][0-9,]*(\\.[0-9]+)?%?|—|-");

    /** 小四, 五号, 小五 and 六号, in half points. */
    private static final List<Integer> SIZES = List.of(24, 21, 18, 15);

    /** Left and right padding of a cell together, in twips. */
    private static final int PADDING = 134;

    /** Minimum width of a column, in half-widths. */
    private static final int NARROWEST = 6;

    /** Extra half-widths for text, because some fonts are wider than the right one. */
    private static final int ROOM = 2;

    /** A longer heading, in half-widths, is set on two lines. */
    private static final int LONG_HEADING = 8;

    /**
     * @param width of the table, in twips
     * @param largest font size of the template, in half points
     */
    public static TableColumns of(Table table, int width, int largest) {
        for (var areEqual : List.of(true, false)) {
            for (var size : SIZES) {
                var needs = needs(table, areEqual, Math.min(size, largest));
                if (IntStream.of(needs).sum() <= width) {
                    return new TableColumns(
                            filled(table, needs, width, Math.min(size, largest)), Math.min(size, largest));
                }
            }
        }
        var smallest = Math.min(SIZES.get(SIZES.size() - 1), largest);
        return new TableColumns(shared(needs(table, false, smallest), width), smallest);
    }

    /** Breaks a heading before its bracket where possible, rather than within a word. */
    public static String heading(String text, int width, int halfPoints) {
        var bracket = text.indexOf('（');
        var fits = PrintableText.halfWidths(text) * halfWidth(halfPoints) + PADDING <= width;
        return fits || bracket <= 0 ? text : text.substring(0, bracket) + "\n" + text.substring(bracket);
    }

    private static int halfWidth(int halfPoints) {
        return halfPoints * 5;
    }

    private static int[] needs(Table table, boolean areEqual, int halfPoints) {
        var needs = IntStream.range(0, table.columns().size())
                .map(column -> Math.max(NARROWEST, needed(table, column)) * halfWidth(halfPoints) + PADDING)
                .toArray();
        if (areEqual) {
            var widest = IntStream.range(0, needs.length)
                    .filter(column -> holdsFigures(table, column))
                    .map(column -> needs[column])
                    .max()
                    .orElse(0);
            return IntStream.range(0, needs.length)
                    .map(column -> holdsFigures(table, column) ? widest : needs[column])
                    .toArray();
        }
        return needs;
    }

    private static int needed(Table table, int column) {
        var heading = headingWidth(table.columns().get(column));
        var longest = longest(table, column);
        return Math.max(heading, holdsFigures(table, column) ? longest : (longest + 1) / 2 + 1);
    }

    private static int headingWidth(String heading) {
        var whole = PrintableText.halfWidths(heading);
        var bracket = heading.indexOf('（');
        if (bracket > 0) {
            var name = PrintableText.halfWidths(heading.substring(0, bracket));
            return Math.max(name > LONG_HEADING ? (name + 1) / 2 + 1 : name, whole - name);
        }
        return whole <= LONG_HEADING ? whole : (whole + 1) / 2 + 1;
    }

    private static int longest(Table table, int column) {
        return table.rows().stream()
                .mapToInt(row -> PrintableText.halfWidths(row.get(column)))
                .max()
                .orElse(0);
    }

    static boolean holdsFigures(Table table, int column) {
        return !table.rows().isEmpty()
                && table.rows().stream()
                        .allMatch(row -> FIGURE.matcher(row.get(column)).matches());
    }

    /** Gives the remaining width first to the text columns, until each fits on one line, then to all equally. */
    private static List<Integer> filled(Table table, int[] needs, int width, int halfPoints) {
        var widths = needs.clone();
        var left = width - IntStream.of(needs).sum();
        for (var column = 0; column < widths.length; column++) {
            if (!holdsFigures(table, column)) {
                var wanted = (longest(table, column) + ROOM) * halfWidth(halfPoints) + PADDING;
                var given = Math.max(0, Math.min(left, wanted - widths[column]));
                widths[column] += given;
                left -= given;
            }
        }
        var share = left / widths.length;
        Arrays.setAll(widths, column -> widths[column] + share);
        widths[firstOfWords(table)] += left - share * widths.length;
        return IntStream.of(widths).boxed().toList();
    }

    private static int firstOfWords(Table table) {
        return IntStream.range(0, table.columns().size())
                .filter(column -> !holdsFigures(table, column))
                .findFirst()
                .orElse(0);
    }

    private static List<Integer> shared(int[] needs, int width) {
        var total = IntStream.of(needs).sum();
        var widths = IntStream.of(needs).map(need -> need * width / total).toArray();
        widths[0] += width - IntStream.of(widths).sum();
        return IntStream.of(widths).boxed().toList();
    }
}
