package io.redress.bulletin.word;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.PrintableText;
import io.redress.common.office.StablePackage;
import io.redress.common.time.Clocks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * A bulletin as a Word document, laid out by GB/T 9704-2012 with the masthead of a 简报. The layout is a Word template:
 * the built-in {@code bulletin/template.docx}, or the office's own ({@link BulletinTemplates}). This class fills its
 * tags; {@link TemplateTag} lists them. The same content and template give the same bytes, so that the digest of an
 * issued bulletin stays valid.
 */
public final class BulletinDocument {

    private static final String BUILT_IN = "/bulletin/template.docx";

    /**
     * A misspelt tag fails instead of leaving a gap in a signed bulletin. Tags are never evaluated as expressions: the
     * setting for that is off, and its libraries are not on the class path.
     */
    private static final Configure SETTINGS = Configure.builder()
            .bind(TemplateTag.GRID.tagName(), new BulletinTable())
            .bind(TemplateTag.PICTURE.tagName(), new BulletinPicture())
            .setValidErrorHandler(new Configure.AbortHandler())
            .build();

    private BulletinDocument() {}

    /**
     * Returns the whole document or throws.
     *
     * @param template a Word document with the tags to fill
     */
    public static byte[] docx(BulletinContent content, byte[] template) {
        try (var compiled = XWPFTemplate.compile(new ByteArrayInputStream(template), SETTINGS);
                var rendered = compiled.render(BulletinValues.of(content))) {
            var document = rendered.getXWPFDocument();
            Colophon.keepWords(document);
            if (content.isDraft()) {
                Watermark.put(document);
            }
            describe(document, content);
            var bytes = new ByteArrayOutputStream();
            rendered.write(bytes);
            return StablePackage.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the bulletin cannot be written", e);
        }
    }

    public static byte[] builtInTemplate() {
        try (var template = BulletinDocument.class.getResourceAsStream(BUILT_IN)) {
            return template.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the content only, where Word would write the current time. */
    private static void describe(XWPFDocument document, BulletinContent content) {
        var day = content.issuedOn() == null ? content.weekEndsOn() : content.issuedOn();
        var properties = document.getProperties().getCoreProperties();
        var midnight = Optional.of(Date.from(Clocks.startOf(day)));
        properties.setTitle(PrintableText.of(content.title()));
        properties.setCreator(PrintableText.of(content.organisation()));
        properties.getUnderlyingProperties().setCreatedProperty(midnight);
        properties.getUnderlyingProperties().setModifiedProperty(midnight);
    }
}
