package io.redress.bulletin.word;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The text area (版心), from the template's margins. */
public final class TypeArea {

    /** In twips: 156 mm, as GB/T 9704 requires. */
    private static final int STANDARD = 8844;

    private TypeArea() {}

    /** In twips. */
    static int width(XWPFDocument document) {
        var section = document.getDocument().getBody().getSectPr();
        if (section == null || !section.isSetPgSz() || !section.isSetPgMar()) {
            return STANDARD;
        }
        var margins = section.getPgMar();
        var width = twips(section.getPgSz().getW()) - twips(margins.getLeft()) - twips(margins.getRight());
        return width > 0 ? width : STANDARD;
    }

    private static int twips(Object measure) {
        return measure instanceof BigInteger number ? number.intValueExact() : STANDARD;
    }
}
