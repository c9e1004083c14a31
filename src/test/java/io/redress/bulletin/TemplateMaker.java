package io.redress.bulletin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSettings;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * Makes the Word template that bulletins are printed from ({@code src/main/resources/bulletin/template.docx}), so that
 * every measure in it has a line that says it. Run it after a change; a test tells when that was forgotten.
 */
public final class TemplateMaker {

    static final Path TEMPLATE = Path.of("src/main/resources/bulletin/template.docx");

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /** Margins of 天头 37, 订口 28, 版心 156 × 225 mm; 22 lines to the page. */
    private static final String SECTION = """
            <xml-fragment %s>
              <w:pgSz w:w="11906" w:h="16838"/>
              <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1446" w:gutter="0"/>
              <w:docGrid w:type="lines" w:linePitch="579"/>
            </xml-fragment>
            """.formatted(W);

    private static final String SETTINGS = """
            <xml-fragment %s>
              <w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>
              <w:evenAndOddHeaders/>
              <w:characterSpacingControl w:val="compressPunctuation"/>
              <w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>\
            <w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>\
            <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
            </w:compat>
              <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>
            </xml-fragment>
            """.formatted(W);

    /** What to read instead where the office's fonts are missing; Windows itself brings these. */
    private static final String FONT_TABLE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts %s>%s%s%s%s%s</w:fonts>
            """.formatted(
                    W,
                    font(TemplateStyles.Font.TITLE, "方正小标宋_GBK"),
                    font(TemplateStyles.Font.BODY, "仿宋"),
                    font(TemplateStyles.Font.KAI, "楷体"),
                    font(TemplateStyles.Font.HEI, "SimHei"),
                    font(TemplateStyles.Font.SONG, "SimSun"));

    /** 版记 stands at the foot of the last page: a table that floats to the bottom of the type area. */
    private static final String COLOPHON = """
            <xml-fragment %s>
              <w:tblPr>
                <w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0" w:vertAnchor="margin" \
            w:horzAnchor="page" w:tblpX="1588" w:tblpYSpec="bottom"/>
                <w:tblOverlap w:val="never"/>
                <w:tblW w:w="8844" w:type="dxa"/>
                <w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>\
            <w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>\
            <w:insideH w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tblBorders>
                <w:tblLayout w:type="fixed"/>
                <w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>
              </w:tblPr>
              <w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>
              %s%s
            </xml-fragment>
            """.formatted(
            W,
            colophonRow(
                    colophonLine("报：区委、区政府，市金融工作局。") + colophonLine("送：区委政法委，公安分局，信访局。") + colophonLine("发：各镇（街道）。")),
            colophonRow(colophonLine("签发：{{signedBy}}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{{issuedOn}}印发")));

    private final XWPFDocument document = new XWPFDocument();

    private TemplateMaker() {}

    public static void main(String[] arguments) throws IOException, OpenXML4JException, XmlException {
        Files.write(TEMPLATE, make());
    }

    static byte[] make() throws IOException, OpenXML4JException, XmlException {
        return new TemplateMaker().template();
    }

    private byte[] template() throws IOException, OpenXML4JException, XmlException {
        document.createStyles()
                .setStyles(StylesDocument.Factory.parse(TemplateStyles.XML).getStyles());
        masthead();
        narrative();
        tables();
        document.createTable().getCTTbl().set(CTTbl.Factory.parse(COLOPHON));
        paragraph("Anchor", "");
        document.getDocument().getBody().setSectPr(CTSectPr.Factory.parse(SECTION));
        pageNumbers();
        settings();
        fontTable();
        var properties = document.getProperties().getCoreProperties().getUnderlyingProperties();
        properties.setCreatedProperty(Optional.of(Date.from(Instant.EPOCH)));
        var bytes = new ByteArrayOutputStream();
        document.write(bytes);
        return StablePackage.of(bytes.toByteArray());
    }

    private void masthead() {
        paragraph("Restriction", "内部资料　注意保存");
        paragraph("Series", "{{seriesTitle}}");
        paragraph("Issue", "{{issue}}");
        var issuer = paragraph("Issuer", "　{{organisation}}");
        issuer.createRun().addTab();
        issuer.createRun().setText("{{issuedOn}}");
        paragraph("BulletinTitle", "{{title}}");
        paragraph("Period", "（{{period}}）");
    }

    private void narrative() {
        paragraph("Normal", "{{?sections}}");
        paragraph("Heading1", "{{heading}}");
        paragraph("Normal", "{{?lines}}");
        paragraph("Normal", "{{?isSubheading}}");
        paragraph("Heading2", "{{text}}");
        paragraph("Normal", "{{/isSubheading}}");
        paragraph("Normal", "{{?isParagraph}}");
        paragraph("BodyText", "{{text}}");
        paragraph("Normal", "{{/isParagraph}}");
        paragraph("Normal", "{{/lines}}");
        paragraph("Normal", "{{/sections}}");
    }

    private void tables() {
        paragraph("Normal", "{{?tables}}");
        paragraph("TableCaption", "{{caption}}");
        paragraph("TableText", "{{grid}}");
        paragraph("Normal", "{{?hasNote}}");
        paragraph("TableNote", "{{note}}");
        paragraph("Normal", "{{/hasNote}}");
        paragraph("Normal", "{{/tables}}");
    }

    /** "— 1 —", one character from the edge: outside on odd pages at the right, on even pages at the left. */
    private void pageNumbers() {
        var odd = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        odd.setAlignment(ParagraphAlignment.RIGHT);
        odd.setIndentationRight(280);
        pageNumber(odd);
        var even = document.createFooter(HeaderFooterType.EVEN).createParagraph();
        even.setAlignment(ParagraphAlignment.LEFT);
        even.setIndentationLeft(280);
        pageNumber(even);
    }

    private static void pageNumber(XWPFParagraph paragraph) {
        paragraph.setStyle("PageNumber");
        paragraph.createRun().setText("— ");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue("PAGE");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        paragraph.createRun().setText("1");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        paragraph.createRun().setText(" —");
    }

    private void settings() throws XmlException {
        document.setEvenAndOddHeadings(true);
        var part = document.getSettings();
        part.getCTSettings().set(CTSettings.Factory.parse(SETTINGS));
    }

    private void fontTable() throws IOException, OpenXML4JException {
        var name = PackagingURIHelper.createPartName("/word/fontTable.xml");
        var part = document.getPackage()
                .createPart(name, "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
        try (var out = part.getOutputStream()) {
            out.write(FONT_TABLE.getBytes(StandardCharsets.UTF_8));
        }
        document.getPackagePart()
                .addRelationship(
                        name,
                        TargetMode.INTERNAL,
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
    }

    private XWPFParagraph paragraph(String style, String text) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private static String font(TemplateStyles.Font font, String substitute) {
        return "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:charset w:val=\"86\"/></w:font>"
                .formatted(font.family, substitute);
    }

    private static String colophonRow(String lines) {
        return "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"8844\" w:type=\"dxa\"/></w:tcPr>"
                + lines + "</w:tc></w:tr>";
    }

    private static String colophonLine(String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"Colophon\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }
}
