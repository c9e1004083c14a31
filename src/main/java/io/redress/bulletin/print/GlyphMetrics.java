package io.redress.bulletin.print;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.pdfboxout.PdfBoxRawPDFontMetrics;
import java.util.concurrent.Callable;

/**
 * How far letters reach above and below their line, for whoever lays out a page. Asked themselves, our typefaces name the
 * extremes of thirty thousand characters, some as high as three others; a page of 22 lines then has room for 21.
 */
public final class GlyphMetrics implements FSCacheEx<String, FSCacheValue> {

    /** Thousandths of a letter: the square every Chinese character is drawn in, and what underlines it. */
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
        // known already
    }
}
