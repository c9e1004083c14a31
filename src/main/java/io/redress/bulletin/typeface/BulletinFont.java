package io.redress.bulletin.typeface;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * The fonts of a bulletin, bundled because no server has the fonts that offices use. They are parsed once, and their
 * glyphs stay on disk.
 */
public enum BulletinFont {
    /** For 仿宋 and 宋体. */
    SONG("noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
    /** For 小标宋 and 楷体. */
    BOLD_SONG("noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
    /** For 黑体. */
    HEI("noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf");

    /**
     * Advance width of a Chinese character, in thousandths of an em. GB/T 9704 asks for 28 characters of 16 points in a
     * line of 442.2 points; they only fit when set slightly tighter than an em. The margin is so small that the
     * rounding of each advance to 1/1920 inch matters.
     */
    private static final int TIGHT = 985;

    private static final int SQUARE = 1000;

    private static final char MISSING = '〓';

    private static final Charset GB2312 = Charset.forName("GB2312");

    private static final Set<Character.UnicodeBlock> VARIATION_SELECTORS =
            Set.of(Character.UnicodeBlock.VARIATION_SELECTORS, Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT);

    private final String path;
    private TrueTypeFont parsed;

    BulletinFont(String path) {
        this.path = "/fonts/" + path;
    }

    synchronized TrueTypeFont get() {
        if (parsed == null) {
            parsed = read();
        }
        return parsed;
    }

    /** A subset font of a few characters, to draw with rather than to embed. */
    public TrueTypeFont only(String characters) {
        try {
            var subset = new TTFSubsetter(get());
            characters.codePoints().forEach(subset::add);
            var bytes = new ByteArrayOutputStream();
            subset.writeToStream(bytes);
            return new TTFParser().parseEmbedded(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private TrueTypeFont read() {
        try (var stream = BulletinFont.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not on the class path: the build fetches it");
            }
            var bytes = stream.readAllBytes();
            var file = new FontFile(bytes);
            file.setSquareWidth(SQUARE, TIGHT);
            file.leaveOutUnused();
            var font = TypefaceOnDisk.parse(bytes);
            var codes = (CmapSubtable) font.getUnicodeCmapLookup();
            font.getCmap().setCmaps(new CmapSubtable[] {new CharacterMap(codes)});
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /**
     * Text for which the fonts have all glyphs: a missing glyph becomes 〓, the traditional printers' mark for it, and
     * invisible characters are dropped. Song has the same characters in both weights; Hei lacks a few dozen of them.
     */
    public static String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints()
                .filter(codePoint -> codePoint == '\n' || !isUnseen(codePoint))
                .map(codePoint -> hasDrawing(codePoint) ? codePoint : Character.isSpaceChar(codePoint) ? ' ' : MISSING)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** The characters printed as 〓, each once, in the order of the text. */
    public static List<String> missing(String text) {
        var common = GB2312.newEncoder();
        return text.codePoints()
                .filter(codePoint -> !isCommon(codePoint, common) && !isUnseen(codePoint))
                .filter(codePoint -> !Character.isSpaceChar(codePoint) && !hasDrawing(codePoint))
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }

    private static boolean hasDrawing(int codePoint) {
        return codePoint < ' '
                || SONG.codes().getGlyphId(codePoint) != 0 && HEI.codes().getGlyphId(codePoint) != 0;
    }

    /** Characters of GB/T 2312 are in every font, so for most texts no font needs to be read. */
    private static boolean isCommon(int codePoint, CharsetEncoder common) {
        return codePoint <= Character.MAX_VALUE && common.canEncode((char) codePoint);
    }

    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT -> codePoint != '\t';
            case Character.NON_SPACING_MARK -> VARIATION_SELECTORS.contains(Character.UnicodeBlock.of(codePoint));
            default -> false;
        };
    }

    CmapLookup codes() {
        try {
            return get().getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
