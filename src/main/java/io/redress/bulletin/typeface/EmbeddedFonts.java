package io.redress.bulletin.typeface;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
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
    private final List<String> parts;
    private final Map<BulletinFont, Map<String, PDFont>> embedded = new EnumMap<>(BulletinFont.class);

    public EmbeddedFonts(PDDocument document, String text) {
        this.document = document;
        this.parts = BulletinFont.parts(text);
    }

    /** The library looks for a character first in the font of a name, then in the fallbacks of the same name. */
    public void addTo(PdfBoxFontResolver fonts) {
        for (var part : parts) {
            BY_NAME.keySet().stream()
                    .sorted()
                    .forEach(name -> fonts.addFont(
                            supplier(BY_NAME.get(name), part),
                            name,
                            WEIGHT,
                            IdentValue.NORMAL,
                            true,
                            part.equals(BulletinFont.COMMON) ? FontGroup.MAIN : FontGroup.PRE_BUILT_IN_FALLBACK));
        }
    }

    private PDFontSupplier supplier(BulletinFont font, String part) {
        return new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                return embedded.computeIfAbsent(font, first -> new HashMap<>())
                        .computeIfAbsent(part, first -> embed(font.part(part)));
            }
        };
    }

    private PDFont embed(TrueTypeFont font) {
        try {
            return PDType0Font.load(document, font, true);
        } catch (IOException e) {
            throw new UncheckedIOException("a font cannot be embedded", e);
        }
    }
}
