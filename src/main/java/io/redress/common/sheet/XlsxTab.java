package io.redress.common.sheet;

import java.io.IOException;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** The layout of one table on its tab. */
final class XlsxTab {

    private static final String FONT = "宋体";
    private static final int POINTS = 11;
    private static final int LINE = 15;
    private static final String HEADING_FILL = "F2F2F2";

    /** Spreadsheets calculate in binary fractions of 15 decimal digits; a longer number becomes text to stay exact. */
    private static final int EXACT_DIGITS = 15;

    /** Widths are in half-width characters; a Chinese character takes two. */
    private static final int NARROWEST = 9;

    private static final int WIDEST = 48;

    /** A wider table is printed in landscape. */
    private static final int WIDEST_UPRIGHT = 96;

    private static final int HALF_WIDTH_BELOW = 0x2E80;

    private final Worksheet tab;
    private final Sheet sheet;
    private final int headingRow;
    private final int[] widths;

    XlsxTab(Worksheet tab, Sheet sheet) {
        this.tab = tab;
        this.sheet = sheet;
        this.headingRow = sheet.title() == null ? 0 : 1;
        this.widths = IntStream.range(0, sheet.columns().size())
                .map(column -> Math.min(WIDEST, Math.max(NARROWEST, longest(column) + 3)))
                .toArray();
    }

    void write() throws IOException {
        setUp();
        if (sheet.title() != null) {
            tab.value(0, 0, sheet.title());
            styled(0, 0).bold().fontSize(POINTS + 3).set();
            tab.rowHeight(0, 2 * LINE);
        }
        writeHeadings();
        var row = headingRow + 1;
        for (var cells : sheet.rows()) {
            for (var column = 0; column < cells.size(); column++) {
                write(row, column, cells.get(column));
            }
            row++;
        }
        if (sheet.note() != null) {
            writeNote(row);
        }
        tab.finish();
    }

    private void setUp() {
        for (var column = 0; column < widths.length; column++) {
            tab.width(column, widths[column]);
        }
        tab.freezePane(0, headingRow + 1);
        if (sheet.isFiltered()) {
            tab.setAutoFilter(headingRow, 0, headingRow + sheet.rows().size(), widths.length - 1);
        }
        tab.paperSize(PaperSize.A4_PAPER);
        tab.pageOrientation(IntStream.of(widths).sum() > WIDEST_UPRIGHT ? "landscape" : "portrait");
        tab.setFitToPage(true);
        tab.fitToWidth((short) 1);
        tab.fitToHeight((short) 0);
        tab.repeatRows(0, headingRow);
        tab.footer("第 &P 页，共 &N 页", Position.CENTER, FONT, POINTS - 1);
    }

    private void writeHeadings() {
        for (var column = 0; column < widths.length; column++) {
            tab.value(headingRow, column, sheet.columns().get(column));
            styled(headingRow, column)
                    .bold()
                    .fillColor(HEADING_FILL)
                    .borderStyle(BorderStyle.THIN)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .wrapText(true)
                    .set();
        }
        tab.rowHeight(headingRow, 2 * LINE);
    }

    private void write(int row, int column, Cell cell) {
        var style = styled(row, column).borderStyle(BorderStyle.THIN).verticalAlignment("center");
        if (cell instanceof Cell.Count count && isExact(count.plain())) {
            tab.value(row, column, count.count());
            style.format("#,##0");
        } else if (cell instanceof Cell.Money money && isExact(money.plain())) {
            tab.value(row, column, money.amount());
            style.format("#,##0.00");
        } else if (cell instanceof Cell.Day day && day.day().getYear() >= 1900) {
            tab.value(row, column, day.day());
            style.format("yyyy-mm-dd").horizontalAlignment("center");
        } else {
            tab.value(row, column, cell.plain().isEmpty() ? null : cell.plain());
            style.format("@").wrapText(true);
        }
        style.set();
    }

    private static boolean isExact(String number) {
        return number.chars().filter(Character::isDigit).count() <= EXACT_DIGITS;
    }

    /** Merged across the table, so that a long note prints whole. In a single cell, because the library sorts none. */
    private void writeNote(int row) {
        var width = IntStream.of(widths).sum();
        var lines = sheet.note()
                .lines()
                .mapToInt(line -> 1 + halfWidths(line) / width)
                .sum();
        tab.value(row, 0, sheet.note());
        tab.range(row, 0, row, widths.length - 1).merge();
        styled(row, 0).wrapText(true).verticalAlignment("top").set();
        tab.rowHeight(row, Math.min(409, LINE * (lines + 1)));
    }

    private StyleSetter styled(int row, int column) {
        return tab.style(row, column).fontName(FONT).fontSize(POINTS);
    }

    private int longest(int column) {
        // A heading may break into two lines, unless it has a filter arrow.
        var whole = halfWidths(sheet.columns().get(column));
        var heading = sheet.isFiltered() ? whole : (whole + 1) / 2;
        return sheet.rows().stream()
                .map(row -> row.get(column))
                .mapToInt(cell -> halfWidths(cell.plain()) + separators(cell))
                .reduce(heading, Math::max);
    }

    private static int separators(Cell cell) {
        return cell instanceof Cell.Count || cell instanceof Cell.Money
                ? cell.plain().length() / 3
                : 0;
    }

    private static int halfWidths(String text) {
        return text.codePoints().map(point -> point < HALF_WIDTH_BELOW ? 1 : 2).sum();
    }
}
