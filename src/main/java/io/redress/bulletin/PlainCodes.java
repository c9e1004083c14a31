package io.redress.bulletin;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import org.apache.fontbox.ttf.CmapSubtable;

/**
 * The characters of a typeface, told back as people type them. One drawing serves for 一 and for the radical ⼀; left alone,
 * the text copied from a PDF, or searched for in it, is full of radicals.
 */
final class PlainCodes extends CmapSubtable {

    private static final int IDEOGRAPHIC_SPACE = '　';

    private static final Comparator<Integer> PLAIN_FIRST = Comparator.comparing(PlainCodes::isVariant)
            .thenComparing(PlainCodes::isRadical)
            .thenComparing(codePoint -> codePoint != IDEOGRAPHIC_SPACE)
            .thenComparing(Comparator.naturalOrder());

    private final CmapSubtable table;

    PlainCodes(CmapSubtable table) {
        this.table = table;
        setPlatformId(table.getPlatformId());
        setPlatformEncodingId(table.getPlatformEncodingId());
    }

    @Override
    public int getGlyphId(int codePoint) {
        return table.getGlyphId(codePoint);
    }

    @Override
    public List<Integer> getCharCodes(int glyph) {
        var codes = table.getCharCodes(glyph);
        return codes == null ? null : codes.stream().sorted(PLAIN_FIRST).toList();
    }

    private static boolean isVariant(int codePoint) {
        return !Normalizer.isNormalized(Character.toString(codePoint), Normalizer.Form.NFKC);
    }

    private static boolean isRadical(int codePoint) {
        return Character.UnicodeBlock.of(codePoint) == Character.UnicodeBlock.CJK_RADICALS_SUPPLEMENT;
    }
}
