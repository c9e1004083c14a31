package io.redress.bulletin.print;

import io.redress.bulletin.typeface.BulletinFont;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Text in a picture, drawn as outlines of the embedded font. A server has no Chinese font and often lacks the libraries
 * that Java needs to use one.
 *
 * @param width in the unit of {@code size}
 */
public record PrintedLabel(Shape outline, int width) {

    private static final TrueTypeFont FONT = BulletinFont.HEI.only("本周新增登记累计净损失人万元暂无数据（）0123456789.−");

    private static final int UNITS_PER_EM = unitsPerEm();

    /** The library computes an outline anew for each use. */
    private static final Map<Integer, Glyph> GLYPHS = new ConcurrentHashMap<>();

    /** In units of the font. */
    private record Glyph(Shape outline, int advance) {

        static Glyph of(int codePoint) {
            try {
                var id = FONT.getUnicodeCmapLookup().getGlyphId(codePoint);
                return new Glyph(FONT.getGlyph().getGlyph(id).getPath(), FONT.getAdvanceWidth(id));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot draw the label", e);
            }
        }
    }

    private static int unitsPerEm() {
        try {
            return FONT.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot draw the label", e);
        }
    }

    static PrintedLabel of(String text, int size) {
        var scale = (double) size / UNITS_PER_EM;
        var outline = new Path2D.Double();
        var x = 0;
        for (var codePoint : text.codePoints().toArray()) {
            var glyph = GLYPHS.computeIfAbsent(codePoint, Glyph::of);
            var place = new AffineTransform(scale, 0, 0, -scale, x * scale, 0);
            outline.append(glyph.outline().getPathIterator(place), false);
            x += glyph.advance();
        }
        return new PrintedLabel(outline, (int) Math.ceil(x * scale));
    }
}
