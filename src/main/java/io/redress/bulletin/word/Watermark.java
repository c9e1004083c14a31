package io.redress.bulletin.word;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;

/** The watermark 草稿 in large pale letters behind every page, so that nobody takes a draft for an issued bulletin. */
public final class Watermark {

    /** The shape and the shape name that Word itself uses for a watermark. */
    private static final String SHAPE = """
            <xml-fragment xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
              <w:pict>
                <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" \
            path="m@7,l@8,m@5,21600l@6,21600e">
                  <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>\
            <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>\
            <v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>
                  <v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>
                </v:shapetype>
                <v:shape id="PowerPlusWaterMarkObject%d" o:spid="_x0000_s%d" type="#_x0000_t136" fillcolor="#e2e2e2" \
            stroked="f" style="position:absolute;margin-left:0;margin-top:0;width:340pt;height:170pt;rotation:315;\
            z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
            mso-position-vertical:center;mso-position-vertical-relative:margin">
                  <v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="草稿"/>
                </v:shape>
              </w:pict>
            </xml-fragment>
            """;

    private static final int FIRST_SHAPE = 2049;

    private Watermark() {}

    /** In all three header types of every section, beside the template's own headers. */
    static void put(XWPFDocument document) {
        var shape = FIRST_SHAPE;
        for (var section : sections(document)) {
            var policy = new XWPFHeaderFooterPolicy(document, section);
            for (var pages : List.of(STHdrFtr.DEFAULT, STHdrFtr.EVEN, STHdrFtr.FIRST)) {
                var header = policy.getHeader(pages) == null ? policy.createHeader(pages) : policy.getHeader(pages);
                put(header.createParagraph().createRun(), shape);
                shape++;
            }
        }
    }

    private static List<CTSectPr> sections(XWPFDocument document) {
        var within = document.getParagraphs().stream()
                .map(paragraph -> paragraph.getCTP().getPPr())
                .filter(properties -> properties != null && properties.isSetSectPr())
                .map(CTPPr::getSectPr);
        return Stream.concat(within, Stream.of(document.getDocument().getBody().getSectPr()))
                .toList();
    }

    private static void put(XWPFRun run, int shape) {
        try {
            run.getCTR().set(CTR.Factory.parse(String.format(Locale.ROOT, SHAPE, shape, shape)));
        } catch (XmlException e) {
            throw new IllegalStateException("the shape is constant and well-formed", e);
        }
    }
}
