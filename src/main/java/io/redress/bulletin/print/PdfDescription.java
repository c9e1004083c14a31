package io.redress.bulletin.print;

import io.quarkus.qute.Template;
import io.redress.common.text.Digests;
import io.redress.common.time.Clocks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * PDF metadata, both as the document information dictionary and as XMP for archives. Everything is derived from the
 * content, where PDF writers use the current time and a random id.
 */
public record PdfDescription(PageContent page, ZonedDateTime at, long identity) {

    private static final String PRODUCER = "Redress";
    private static final Template XMP = PageTemplate.of("/bulletin/description.xmp");
    private static final int HEXADECIMAL = 16;

    static PdfDescription of(BulletinContent content, PageContent page, String printed) {
        var day = content.issuedOn() == null ? content.weekEndsOn() : content.issuedOn();
        var digest = Digests.sha256(printed.getBytes(StandardCharsets.UTF_8));
        return new PdfDescription(
                page,
                day.atStartOfDay(Clocks.BUREAU),
                Long.parseUnsignedLong(digest.substring(0, HEXADECIMAL), HEXADECIMAL));
    }

    void put(PDDocument document) throws IOException {
        var information = new PDDocumentInformation();
        information.setTitle(page.title().text());
        information.setAuthor(page.organisation());
        information.setSubject(page.subject());
        information.setProducer(PRODUCER);
        information.setCreationDate(GregorianCalendar.from(at));
        information.setModificationDate(GregorianCalendar.from(at));
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp())));
        document.setDocumentId(identity);
    }

    private byte[] xmp() {
        return XMP.data("page", page, "producer", PRODUCER, "at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at))
                .render()
                .getBytes(StandardCharsets.UTF_8);
    }
}
