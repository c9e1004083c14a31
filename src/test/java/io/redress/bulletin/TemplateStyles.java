package io.redress.bulletin;

/**
 * The styles of the bulletin's template, by GB/T 9704-2012: sizes in half points (3号 is 32, 4号 28, 小四 24, 2号 44), line
 * pitch in twips (22 lines to the page: 578, as 580 would lose the last one). 28 characters of 16 points are wider than the
 * page by 6, so each gives up a quarter point; a character grid would say the same to Word, but LibreOffice and with it
 * every preview spreads text over such a grid. Elements stand in the order the schema
 * demands; Word calls a document in another order damaged.
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
                <w:pPr><w:widowControl w:val="0"/><w:spacing w:line="578" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>\
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

    private TemplateStyles() {}

    /** Fonts by the names they have in a Chinese office; none may be shipped. */
    enum Font {
        TITLE("方正小标宋简体"),
        BODY("仿宋_GB2312"),
        KAI("楷体_GB2312"),
        HEI("黑体"),
        SONG("宋体");

        final String family;

        Font(String family) {
            this.family = family;
        }
    }

    private static String paragraphStyles() {
        var indent = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";
        var narrow = "<w:spacing w:val=\"-5\"/>";
        var centred = "<w:jc w:val=\"center\"/>";
        var red = "<w:color w:val=\"FF0000\"/>";
        var tableLine = "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"340\""
                + " w:lineRule=\"exact\"/>";
        var redRule = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"4\" w:color=\"FF0000\"/></w:pBdr>";
        var dateAtRight = "<w:tabs><w:tab w:val=\"right\" w:pos=\"8524\"/></w:tabs>";
        return String.join(
                "\n",
                style("Restriction", "内部资料", "", Font.HEI, "", 32),
                style(
                        "Series",
                        "报头",
                        "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"900\" w:after=\"240\"/>" + centred,
                        Font.TITLE,
                        red,
                        104),
                style("Issue", "期号", "<w:spacing w:after=\"360\"/>" + centred, Font.BODY, "", 32),
                style("Issuer", "编发单位", redRule + dateAtRight + "<w:jc w:val=\"left\"/>", Font.BODY, "", 32),
                style(
                        "BulletinTitle",
                        "周报标题",
                        "<w:keepNext/><w:spacing w:before=\"578\" w:line=\"640\" w:lineRule=\"exact\"/>" + centred,
                        Font.TITLE,
                        "",
                        44),
                style("Period", "报告期", "<w:spacing w:after=\"578\"/>" + centred, Font.KAI, "", 32),
                style("Heading1", "heading 1", "<w:keepNext/>" + indent + outline(0), Font.HEI, narrow, 32),
                style("Heading2", "heading 2", "<w:keepNext/>" + indent + outline(1), Font.KAI, narrow, 32),
                style("BodyText", "正文段落", indent, Font.BODY, narrow, 32),
                style(
                        "TableCaption",
                        "表题",
                        "<w:keepNext/><w:spacing w:before=\"289\" w:after=\"120\"/>" + centred,
                        Font.HEI,
                        "",
                        28),
                style("TableHead", "表头", "<w:keepNext/>" + tableLine + centred, Font.HEI, "", 24),
                style("TableText", "表格文字", tableLine + centred, Font.BODY, "", 24),
                style("TableNumber", "表格数字", tableLine + "<w:jc w:val=\"right\"/>", Font.BODY, "", 24),
                style("TableNote", "表注", tableLine, Font.BODY, "", 24),
                style(
                        "Colophon",
                        "版记",
                        "<w:tabs><w:tab w:val=\"right\" w:pos=\"8564\"/></w:tabs><w:snapToGrid w:val=\"0\"/>"
                                + "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"420\" w:lineRule=\"exact\"/>"
                                + "<w:ind w:leftChars=\"100\" w:left=\"1120\" w:rightChars=\"100\" w:right=\"280\""
                                + " w:hangingChars=\"300\" w:hanging=\"840\"/><w:jc w:val=\"left\"/>",
                        Font.BODY,
                        "",
                        28),
                style(
                        "Anchor",
                        "版记锚点",
                        "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>",
                        Font.BODY,
                        "",
                        2),
                style(
                        "PageNumber",
                        "页码",
                        "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"280\" w:lineRule=\"exact\"/>",
                        Font.SONG,
                        "",
                        28));
    }

    private static String style(String id, String name, String layout, Font font, String letters, int halfPoints) {
        var custom = name.startsWith("heading") ? "" : " w:customStyle=\"1\"";
        return ("<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/>"
                        + "<w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s%s<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr></w:style>")
                .formatted(custom, id, name, layout, fonts(font), letters, halfPoints, halfPoints);
    }

    private static String outline(int level) {
        return "<w:outlineLvl w:val=\"%d\"/>".formatted(level);
    }

    private static String fonts(Font font) {
        return "<w:rFonts w:ascii=\"%1$s\" w:eastAsia=\"%1$s\" w:hAnsi=\"%1$s\" w:cs=\"Times New Roman\"/>"
                .formatted(font.family);
    }

    private static String borders() {
        var borders = new StringBuilder();
        for (var side : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
            borders.append("<w:%s w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>".formatted(side));
        }
        return borders.toString();
    }
}
