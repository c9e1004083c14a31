package io.redress.bulletin.typeface;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Embeds the fonts into one document, each once and only when used, as a subset of the printed characters. */
public final class EmbeddedFonts {

    private static final int WEIGHT = 400;

    /** Fonts by their names in {@code paper.css}. */
    private static final Map<String, BulletinFont> BY_NAME = Map.of(
            "FangSong", BulletinFont.SONG,
            "SimSun", BulletinFont.SONG,
            "KaiTi", BulletinFont.BOLD_SONG,
            "FZXiaoBiaoSong-B05S", BulletinFont.BOLD_SONG,
            "SimHei", BulletinFont.HEI);

    private final PDDocument document;
    private final Map<BulletinFont, PDFont> embedded = new EnumMap<>(BulletinFont.class);

    public EmbeddedFonts(PDDocument document) {
        this.document = document;
    }

    public void addTo(PdfRendererBuilder builder) {
        List.copyOf(BY_NAME.keySet()).stream()
                .sorted()
                .forEach(name -> builder.useFont(
                        new PDFontSupplier(null) {
                            @Override
                            public PDFont supply() {
                                return embedded.computeIfAbsent(BY_NAME.get(name), EmbeddedFonts.this::embed);
                            }
                        },
                        name,
                        WEIGHT,
                        FontStyle.NORMAL,
                        true));
    }

    private PDFont embed(BulletinFont font) {
        try {
            return PDType0Font.load(document, font.get(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(font + " cannot be embedded", e);
        }
    }
}
