package io.redress.bulletin.print;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.redress.bulletin.typeface.BulletinFont;
import io.redress.bulletin.typeface.EmbeddedFonts;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A bulletin as a PDF/A-2a and PDF/UA-1 document, rendered from {@link BulletinPage}. The same content gives the same
 * bytes, so that the digest of an issued bulletin stays valid.
 */
public final class BulletinPdf {

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // The library logs every step by default.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private BulletinPdf() {}

    /** Returns the whole document or throws. */
    public static byte[] of(BulletinContent content) {
        var page = PageContent.of(content);
        var html = BulletinFont.printable(BulletinPage.forPdf(page));
        try (var document = new PDDocument()) {
            try (var renderer = renderer(document, html)) {
                renderer.layout();
                setColophonAtFoot(renderer);
                renderer.createPDFWithoutClosing();
            }
            PdfDescription.of(content, page, html).put(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the bulletin cannot be written", e);
        }
    }

    private static PdfBoxRenderer renderer(PDDocument document, String html) {
        var builder = new PdfRendererBuilder()
                .usePDDocument(document)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, new GlyphMetrics())
                .withHtmlContent(html, null);
        var renderer = builder.buildPdfRenderer();
        new EmbeddedFonts(document, html).addTo(renderer.getFontResolver());
        return renderer;
    }

    /** CSS cannot place the 版记 so that its last line is the lower edge of the 版心 on the last page. */
    private static void setColophonAtFoot(PdfBoxRenderer renderer) {
        var colophon = renderer.getSharedContext().getBoxById("colophon");
        var pages = renderer.getRootBox().getLayer().getPages();
        var foot = pages.get(pages.size() - 1).getBottom();
        colophon.setY(colophon.getY() + foot - colophon.getAbsY() - colophon.getHeight());
        colophon.calcCanvasLocation();
        colophon.calcChildLocations();
    }
}
