package io.redress.bulletin.print;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Measures a page; all lengths in millimetres from its upper left corner. */
public record PrintedPage(List<Letter> letters, byte[] pdf, int index) {

    private static final double MILLIMETRE = 72 / 25.4;
    private static final int DPI = 300;
    private static final int DARK = 160;

    /** A letter with the left end of its baseline, and its size in points. */
    public record Letter(String text, double left, double right, double baseline, double size) {}

    /** A horizontal line. */
    public record Stroke(double top, double thickness, double left, double right, boolean isRed) {}

    public static List<PrintedPage> of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<PrintedPage>();
            for (var i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(new PrintedPage(lettersOf(document, i + 1), pdf, i));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Letter> lettersOf(PDDocument document, int page) throws IOException {
        var letters = new ArrayList<Letter>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                letters.add(new Letter(
                        text.getUnicode(),
                        text.getXDirAdj() / MILLIMETRE,
                        (text.getXDirAdj() + text.getWidthDirAdj()) / MILLIMETRE,
                        text.getYDirAdj() / MILLIMETRE,
                        text.getFontSizeInPt()));
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return letters.stream().filter(letter -> !letter.text.isBlank()).toList();
    }

    private BufferedImage drawn() {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(index, DPI);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of text, from top to bottom, each from left to right. */
    public List<List<Letter>> lines() {
        var lines = new ArrayList<List<Letter>>();
        for (var letter : letters.stream()
                .sorted(Comparator.comparingDouble(Letter::baseline).thenComparingDouble(Letter::left))
                .toList()) {
            var last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            if (last == null || letter.baseline - last.get(0).baseline > 1) {
                last = new ArrayList<>();
                lines.add(last);
            }
            last.add(letter);
        }
        lines.forEach(line -> line.sort(Comparator.comparingDouble(Letter::left)));
        return lines;
    }

    public List<String> texts() {
        return lines().stream().map(PrintedPage::text).toList();
    }

    public static String text(List<Letter> line) {
        return line.stream().map(Letter::text).collect(Collectors.joining());
    }

    public List<Letter> lineOf(String words) {
        return lines().stream()
                .filter(line -> text(line).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not on the page: " + texts()));
    }

    /** Lines longer than half the page, from top to bottom. */
    public List<Stroke> strokes() {
        var image = drawn();
        var strokes = new ArrayList<Stroke>();
        for (var y = 0; y < image.getHeight(); y++) {
            var run = longestRun(image, y);
            if (run[1] - run[0] < image.getWidth() / 2) {
                continue;
            }
            var start = y;
            var red = new Color(image.getRGB((run[0] + run[1]) / 2, y)).getRed() > DARK;
            while (y < image.getHeight() && longestRun(image, y)[1] - longestRun(image, y)[0] >= image.getWidth() / 2) {
                y++;
            }
            strokes.add(new Stroke(
                    millimetres(start), millimetres(y - start), millimetres(run[0]), millimetres(run[1]), red));
        }
        return strokes;
    }

    /** The upper edge of the first ink below a height, between two sides. */
    public double topOfInk(double below, double left, double right) {
        var image = drawn();
        for (var y = pixels(below); y < image.getHeight(); y++) {
            for (var x = pixels(left); x < pixels(right); x++) {
                if (isInk(image, x, y)) {
                    return millimetres(y);
                }
            }
        }
        throw new AssertionError("nothing is printed below " + below);
    }

    private static int[] longestRun(BufferedImage image, int y) {
        var best = new int[2];
        var start = -1;
        for (var x = 0; x <= image.getWidth(); x++) {
            if (x < image.getWidth() && isInk(image, x, y)) {
                start = start < 0 ? x : start;
            } else if (start >= 0) {
                best = x - start > best[1] - best[0] ? new int[] {start, x} : best;
                start = -1;
            }
        }
        return best;
    }

    private static boolean isInk(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y)).getGreen() < DARK;
    }

    private static int pixels(double millimetres) {
        return (int) (millimetres / 25.4 * DPI);
    }

    private static double millimetres(int pixels) {
        return pixels * 25.4 / DPI;
    }
}
