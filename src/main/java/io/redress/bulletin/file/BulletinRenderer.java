package io.redress.bulletin.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinCsv;
import io.redress.bulletin.print.BulletinFormat;
import io.redress.bulletin.print.BulletinPage;
import io.redress.bulletin.print.BulletinPdf;
import io.redress.bulletin.print.BulletinSheets;
import io.redress.bulletin.word.BulletinDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Renders the files of a bulletin from its content alone; needs no database and is called outside transactions. */
@ApplicationScoped
public class BulletinRenderer {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ObjectMapper json;
    private final ManagedExecutor threads;

    public BulletinRenderer(ObjectMapper json, ManagedExecutor threads) {
        this.json = json;
        this.threads = threads;
    }

    /**
     * Renders all files of a bulletin before it is signed; the Word document in parallel, as it takes half of the time.
     */
    public Map<BulletinFormat, byte[]> all(BulletinContent content, byte[] template) {
        var document = threads.supplyAsync(() -> render(BulletinFormat.DOCX, content, template));
        var files = new EnumMap<BulletinFormat, byte[]>(BulletinFormat.class);
        for (var format : EnumSet.complementOf(EnumSet.of(BulletinFormat.DOCX))) {
            files.put(format, render(format, content, template));
        }
        files.put(BulletinFormat.DOCX, document.join());
        return files;
    }

    /** @param template for the Word document; the other formats have built-in ones */
    public byte[] render(BulletinFormat format, BulletinContent content, byte[] template) {
        return switch (format) {
            case JSON -> write(content);
            case DOCX -> BulletinDocument.docx(content, template);
            case PDF -> BulletinPdf.of(content);
            case XLSX -> BulletinSheets.xlsx(content);
            case CSV -> BulletinCsv.of(content, StandardCharsets.UTF_8);
            case CSV_GB18030 -> BulletinCsv.of(content, GB18030);
            case HTML -> BulletinPage.html(content).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] write(BulletinContent content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
