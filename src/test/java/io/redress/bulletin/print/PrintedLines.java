package io.redress.bulletin.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where the words of a PDF stand, as a ruler laid on the paper would tell. */
final class PrintedLines {

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    /**
     * @param left of its first character, from the left edge of the paper in millimetres
     * @param right of its last character, likewise
     * @param baseline from the upper edge
     * @param points height of its letters
     */
    record Line(String text, int page, double left, double right, double baseline, double points, String font) {}

    private PrintedLines() {}

    /** In the order in which they are written into the file, which is the order they are read in. */
    static List<Line> of(byte[] pdf) {
        var lines = new ArrayList<Line>();
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) {
                    lines.add(line(getCurrentPageNo(), letters));
                }
            }.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static Line line(int page, List<TextPosition> letters) {
        var first = letters.get(0);
        var last = letters.get(letters.size() - 1);
        return new Line(
                letters.stream()
                        .map(TextPosition::getUnicode)
                        .collect(Collectors.joining())
                        .replace('\u00A0', ' '),
                page,
                first.getXDirAdj() / POINTS_PER_MILLIMETRE,
                (last.getXDirAdj() + last.getWidthDirAdj()) / POINTS_PER_MILLIMETRE,
                first.getYDirAdj() / POINTS_PER_MILLIMETRE,
                first.getTextMatrix().getScalingFactorX(),
                first.getFont().getName());
    }
}
