package io.redress.bulletin.word;

/**
 * The styles of the bulletin's template, by GB/T 9704-2012: sizes in half points (3号 is 32, 4号 28, 小四 24, 2号 44), line
 * pitch in twips (22 lines to the page: 578, because 580 would lose the last line). 28 characters of 16 points are 6
 * points wider than the page, so each loses a quarter point. A character grid would do the same in Word, but
 * LibreOffice, and so every preview, spreads text over such a grid. Text taller than a line has its own pitch, because
 * Word cuts off what does not fit an exact line. Elements must be in schema order; otherwise Word reports a damaged
 * document.
 */
final class TemplateStyles {

    static final String XML = """
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
              <w:docDefaults>
                <w:rPrDefault><w:rPr>%s<w:sz w:val="32"/><w:szCs w:val="32"/>\
            <w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
                <w:pPrDefault/>
              </w:docDefaults>
              <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
                <w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>\
            <w:snapToGrid w:val="0"/><w:spacing w:line="578" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>\
            <w:rPr><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>
              <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
                <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/>\
            <w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
              %s
              <w:style w:type="table" w:customStyle="1" w:styleId="BulletinTable"><w:name w:val="周报表格"/>
                <w:basedOn w:val="TableNormal"/>
                <w:tblPr><w:jc w:val="center"/><w:tblBorders>%s</w:tblBorders></w:tblPr></w:style>
            </w:styles>
            """.formatted(fonts(Font.BODY), paragraphStyles(), borders());

    private static final String CENTRED = "<w:jc w:val=\"center\"/>";
    private static final String LEFT = "<w:jc w:val=\"left\"/>";

    private TemplateStyles() {}

    /** Fonts by their names in a Chinese office; none may be shipped. */
    enum Font {
        TITLE("方正小标宋简体", "方正小标宋_GBK", "roman"),
        BODY("仿宋_GB2312", "仿宋", "modern"),
        KAI("楷体_GB2312", "楷体", "modern"),
        HEI("黑体", "SimHei", "modern"),
        SONG("宋体", "SimSun", "auto"),
        /** The same width on every machine, so a figure that fits its cell here fits it there. */
        FIGURES("Times New Roman", "Liberation Serif", "roman");

        final String family;
        private final String substitute;
        private final String kind;

        Font(String family, String substitute, String kind) {
            this.family = family;
            this.substitute = substitute;
            this.kind = kind;
        }

        /** The fallback where a font is missing. Windows includes these, except the first. */
        String entry() {
            var isChinese = this != FIGURES;
            var isVariable = this == TITLE || this == FIGURES;
            return ("<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:charset w:val=\"%s\"/><w:family w:val=\"%s\"/>"
                            + "<w:pitch w:val=\"%s\"/></w:font>")
                    .formatted(family, substitute, isChinese ? "86" : "00", kind, isVariable ? "variable" : "fixed");
        }
    }

    private static String paragraphStyles() {
        return String.join("\n", masthead(), text(), tables(), colophon());
    }

    /** 标题 is two empty lines below the red rule; the text begins an empty line below the reporting period. */
    private static String masthead() {
        var red = "<w:color w:val=\"FF0000\"/>";
        var redRule = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"1\" w:color=\"FF0000\"/></w:pBdr>";
        var title = "<w:keepNext/>" + spacing(1156, 0, 640) + CENTRED;
        var issuer = "<w:keepNext/>" + rightTab(8524) + indent("left=320", "right=320") + LEFT;
        var name = "<w:spacing w:before=\"600\" w:after=\"240\" w:line=\"240\" w:lineRule=\"auto\"/>" + CENTRED;
        return style("Restriction", "内部资料", "", Font.HEI, "", 32)
                + style("Series", "报头", name, Font.TITLE, red, 104)
                + style("Issue", "期号", spacing(0, 360, 578) + CENTRED, Font.BODY, "", 32)
                + style("Issuer", "编发单位", issuer, Font.BODY, "", 32)
                + style("RedRule", "红线", redRule + spacing(0, 0, 60), Font.BODY, "", 2)
                + style("BulletinTitle", "周报标题", title, Font.TITLE, "", 44)
                + style("Correction", "更正", "<w:keepNext/>" + CENTRED, Font.KAI, "", 32)
                + style("Period", "报告期", spacing(0, 578, 578) + CENTRED, Font.KAI, "", 32);
    }

    private static String text() {
        var indented = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";
        var narrow = "<w:spacing w:val=\"-5\"/>";
        return style("Heading1", "heading 1", "<w:keepNext/>" + indented + outline(0), Font.HEI, narrow, 32)
                + style("Heading2", "heading 2", "<w:keepNext/>" + indented + outline(1), Font.KAI, narrow, 32)
                + style("BodyText", "正文段落", indented, Font.BODY, narrow, 32);
    }

    private static String tables() {
        var line = spacing(40, 40, 340);
        var picture = "<w:keepNext/><w:spacing w:before=\"289\" w:line=\"240\" w:lineRule=\"auto\"/>" + CENTRED;
        return style("Trend", "走势图", picture, Font.BODY, "", 24)
                + style("TrendCaption", "图题", spacing(60, 120, 400) + CENTRED, Font.HEI, "", 28)
                + style("TableCaption", "表题", "<w:keepNext/>" + spacing(289, 120, 400) + CENTRED, Font.HEI, "", 28)
                + style("TableHead", "表头", "<w:keepNext/>" + line + CENTRED, Font.HEI, "", 24)
                + style("TableText", "表格文字", line + CENTRED, Font.BODY, "", 24)
                + style("TableNumber", "表格数字", line + "<w:jc w:val=\"right\"/>", Font.FIGURES, "", 24)
                + style("TableNote", "表注", line + LEFT, Font.BODY, "", 24);
    }

    /** 版记: indented by one character on both sides; wrapped lines align with the first word after 报：. */
    private static String colophon() {
        var line = spacing(30, 30, 400);
        var recipients = "<w:keepNext/>" + line + indent("left=840", "right=280", "hanging=560") + LEFT;
        var people = "<w:keepNext/>" + rightTab(8564) + line + indent("left=280", "right=280") + LEFT;
        return style("Recipients", "版记主送", recipients, Font.BODY, "", 28)
                + style("Colophon", "版记", people, Font.BODY, "", 28)
                + style("Anchor", "版记锚点", spacing(0, 0, 20), Font.BODY, "", 2)
                + style("PageNumber", "页码", spacing(0, 0, 280), Font.SONG, "", 28);
    }

    private static String style(String id, String name, String layout, Font font, String letters, int halfPoints) {
        var custom = name.startsWith("heading") ? "" : " w:customStyle=\"1\"";
        return ("<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/>"
                        + "<w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s%s<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr></w:style>\n")
                .formatted(custom, id, name, layout, fonts(font), letters, halfPoints, halfPoints);
    }

    private static String spacing(int before, int after, int line) {
        return "<w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" w:lineRule=\"exact\"/>"
                .formatted(before, after, line);
    }

    private static String indent(String... sides) {
        var attributes = new StringBuilder();
        for (var side : sides) {
            attributes.append(" w:").append(side.replace("=", "=\"")).append('"');
        }
        return "<w:ind" + attributes + "/>";
    }

    private static String rightTab(int position) {
        return "<w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>".formatted(position);
    }

    private static String outline(int level) {
        return "<w:outlineLvl w:val=\"%d\"/>".formatted(level);
    }

    private static String fonts(Font font) {
        var chinese = font == Font.FIGURES ? Font.BODY : font;
        return "<w:rFonts w:ascii=\"%1$s\" w:eastAsia=\"%2$s\" w:hAnsi=\"%1$s\" w:cs=\"Times New Roman\"/>"
                .formatted(font.family, chinese.family);
    }

    private static String borders() {
        var borders = new StringBuilder();
        for (var side : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
            borders.append("<w:%s w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>".formatted(side));
        }
        return borders.toString();
    }
}
