package io.redress.bulletin.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The position of the text lines of a PDF, as measured on paper. */
final class PrintedLines {

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    /**
     * @param left of the first character, in millimetres from the left edge of the paper
     * @param right of the last character, likewise
     * @param baseline in millimetres from the upper edge
     * @param points the font size
     */
    record Line(String text, int page, double left, double right, double baseline, double points, String font) {}

    private PrintedLines() {}

    /** In the order of the file, which is the reading order. */
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
