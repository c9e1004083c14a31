package io.redress.bulletin.typeface;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import org.apache.fontbox.ttf.CmapSubtable;

/**
 * A font's character map whose reverse lookup returns the character that people type. One glyph serves both for 一 and
 * for the radical ⼀; with the original map, text copied from a PDF or searched in it is full of radicals.
 */
public final class CharacterMap extends CmapSubtable {

    private static final int IDEOGRAPHIC_SPACE = '　';

    private static final Comparator<Integer> PLAIN_FIRST = Comparator.comparing(CharacterMap::isVariant)
            .thenComparing(CharacterMap::isRadical)
            .thenComparing(codePoint -> codePoint != IDEOGRAPHIC_SPACE)
            .thenComparing(Comparator.naturalOrder());

    /** End of the planes that contain ideographs. */
    private static final int END = 0x40000;

    private static final int GLYPHS = 0x10000;

    private final char[] glyphOf = new char[END];
    private final int[] plainestOf = new int[GLYPHS];

    /** Copies the table, whose own maps take three times the memory. */
    CharacterMap(CmapSubtable table) {
        setPlatformId(table.getPlatformId());
        setPlatformEncodingId(table.getPlatformEncodingId());
        for (var codePoint = 1; codePoint < END; codePoint++) {
            var glyph = table.getGlyphId(codePoint);
            glyphOf[codePoint] = (char) glyph;
            if (glyph != 0 && (plainestOf[glyph] == 0 || PLAIN_FIRST.compare(codePoint, plainestOf[glyph]) < 0)) {
                plainestOf[glyph] = codePoint;
            }
        }
    }

    @Override
    public int getGlyphId(int codePoint) {
        return codePoint < END ? glyphOf[codePoint] : 0;
    }

    /** Returns only the character that people type; a PDF stores one character per glyph. */
    @Override
    public List<Integer> getCharCodes(int glyph) {
        return plainestOf[glyph] == 0 ? null : List.of(plainestOf[glyph]);
    }

    private static boolean isVariant(int codePoint) {
        return !Normalizer.isNormalized(Character.toString(codePoint), Normalizer.Form.NFKC);
    }

    private static boolean isRadical(int codePoint) {
        return Character.UnicodeBlock.of(codePoint) == Character.UnicodeBlock.CJK_RADICALS_SUPPLEMENT;
    }
}
