package io.redress.bulletin.print;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.pdfboxout.PdfBoxRawPDFontMetrics;
import java.util.concurrent.Callable;

/**
 * Fixed ascent and descent for page layout. The fonts themselves report the extremes of thirty thousand glyphs, some
 * three times as high as others; a page of 22 lines then has room for 21.
 */
public final class GlyphMetrics implements FSCacheEx<String, FSCacheValue> {

    /** In thousandths of an em: the square of a Chinese character, and its underline. */
    private static final PdfBoxRawPDFontMetrics SQUARE = new PdfBoxRawPDFontMetrics(880, 120, -300, 50, 100, 50);

    @Override
    public FSCacheValue get(String typeface) {
        return SQUARE;
    }

    @Override
    public FSCacheValue get(String typeface, Callable<? extends FSCacheValue> measure) {
        return SQUARE;
    }

    @Override
    public void put(String typeface, FSCacheValue measured) {
        // fixed
    }
}
