package io.redress.bulletin.typeface;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of a bulletin, bundled because no server has the fonts that offices use. The build prepares them: see {@code
 * src/main/fonts/prepare.js}.
 */
public enum BulletinFont {
    /** For 仿宋 and 宋体. */
    SONG("NotoSerifSC-Regular"),
    /** For 小标宋 and 楷体. */
    BOLD_SONG("NotoSerifSC-Bold"),
    /** For 黑体. */
    HEI("NotoSansSC-Medium");

    /** The part with the common characters. Each other part has the rare ones of a block of 2 048 code points. */
    static final String COMMON = "common";

    private static final int BLOCK = 0x800;

    private static final char MISSING = '〓';

    private static final Set<Character.UnicodeBlock> VARIATION_SELECTORS =
            Set.of(Character.UnicodeBlock.VARIATION_SELECTORS, Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT);

    /** The characters that all fonts have. */
    private static final BitSet CHARACTERS = characters("characters.txt");

    private static final BitSet COMMON_CHARACTERS = characters("common-characters.txt");

    /** Radicals and the like, and the characters that people type for what looks the same: ⼀ and 一. */
    private static final Map<Integer, Integer> TYPED = typed();

    private final String name;
    private TrueTypeFont common;

    BulletinFont(String name) {
        this.name = name;
    }

    /** The parts of a font that a printable text needs. */
    static List<String> parts(String text) {
        var blocks = text.codePoints()
                .filter(codePoint -> codePoint >= ' ' && !COMMON_CHARACTERS.get(codePoint))
                .mapToObj(codePoint -> Integer.toHexString(codePoint / BLOCK));
        return Stream.concat(Stream.of(COMMON), blocks.distinct().sorted()).toList();
    }

    /** The common part stays in memory; few texts need another. */
    synchronized TrueTypeFont part(String part) {
        if (!part.equals(COMMON)) {
            return read(part);
        }
        if (common == null) {
            common = read(COMMON);
        }
        return common;
    }

    private TrueTypeFont read(String part) {
        var file = name + "-" + part + ".ttf";
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** A subset font of a few common characters, to draw with rather than to embed. */
    public TrueTypeFont only(String characters) {
        try {
            var subset = new TTFSubsetter(part(COMMON));
            characters.codePoints().forEach(subset::add);
            var bytes = new ByteArrayOutputStream();
            subset.writeToStream(bytes);
            return new TTFParser().parseEmbedded(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static byte[] bytes(String file) {
        try (var stream = BulletinFont.class.getResourceAsStream("/fonts/" + file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not on the class path: the build makes it");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static BitSet characters(String file) {
        return text(file).codePoints().collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static Map<Integer, Integer> typed() {
        var pairs = text("look-alikes.txt").codePoints().toArray();
        var typed = new HashMap<Integer, Integer>();
        for (var i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], pairs[i + 1]);
        }
        return typed;
    }

    private static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /**
     * Text for which the fonts have all glyphs: a missing glyph becomes 〓, the traditional printers' mark for it,
     * invisible characters are dropped, and radicals become the characters that people search for. Song has the same
     * characters in both weights; Hei lacks a few dozen of them.
     */
    public static String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints()
                .filter(codePoint -> codePoint == '\n' || !isUnseen(codePoint))
                .map(codePoint -> hasDrawing(codePoint)
                        ? TYPED.getOrDefault(codePoint, codePoint)
                        : Character.isSpaceChar(codePoint) ? ' ' : MISSING)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** The characters printed as 〓, each once, in the order of the text. */
    public static List<String> missing(String text) {
        return text.codePoints()
                .filter(codePoint ->
                        !isUnseen(codePoint) && !Character.isSpaceChar(codePoint) && !hasDrawing(codePoint))
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }

    private static boolean hasDrawing(int codePoint) {
        return codePoint < ' ' || CHARACTERS.get(codePoint);
    }

    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT -> codePoint != '\t';
            case Character.NON_SPACING_MARK -> VARIATION_SELECTORS.contains(Character.UnicodeBlock.of(codePoint));
            default -> false;
        };
    }
}
