package io.redress.bulletin.word;

import io.redress.common.office.StablePackage;
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
 * Makes the Word template of bulletins ({@code src/main/resources/bulletin/template.docx}), so that each measure in it
 * is a line of code. Run it after a change; {@code TemplateMakerTest} fails if you forget.
 */
public final class TemplateMaker {

    static final Path TEMPLATE = Path.of("src/main/resources/bulletin/template.docx");

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
        figures();
        document.createTable().getCTTbl().set(CTTbl.Factory.parse(TemplateParts.COLOPHON));
        paragraph("Anchor", "");
        document.getDocument().getBody().setSectPr(CTSectPr.Factory.parse(TemplateParts.SECTION));
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
        var issuer = paragraph("Issuer", "{{organisation}}");
        issuer.createRun().addTab();
        issuer.createRun().setText("{{issuedOn}}");
        paragraph("RedRule", "");
        paragraph("BulletinTitle", "{{title}}");
        block("isCorrection", () -> paragraph("Correction", "（更正，替代{{corrects}}）"));
        paragraph("Period", "（{{period}}）");
    }

    private void narrative() {
        block("sections", () -> {
            block("isFirstLevel", () -> paragraph("Heading1", "{{heading}}"));
            block("isSecondLevel", () -> paragraph("Heading2", "{{heading}}"));
            block("lines", () -> {
                block("isSubheading", () -> paragraph("Heading2", "{{text}}"));
                block("isParagraph", () -> paragraph("BodyText", "{{text}}"));
            });
        });
    }

    private void figures() {
        block("hasTrend", () -> {
            paragraph("Trend", "{{picture}}");
            paragraph("TrendCaption", "{{pictureCaption}}");
        });
        block("tables", () -> {
            paragraph("TableCaption", "{{caption}}");
            paragraph("TableText", "{{grid}}");
            block("hasNote", () -> paragraph("TableNote", "{{note}}"));
        });
    }

    private void block(String tag, Runnable content) {
        paragraph("Normal", "{{?" + tag + "}}");
        content.run();
        paragraph("Normal", "{{/" + tag + "}}");
    }

    /** "— 1 —", one character from the outer edge: right on odd pages, left on even pages. */
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
        part.getCTSettings().set(CTSettings.Factory.parse(TemplateParts.SETTINGS));
    }

    private void fontTable() throws IOException, OpenXML4JException {
        var name = PackagingURIHelper.createPartName("/word/fontTable.xml");
        var part = document.getPackage()
                .createPart(name, "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
        try (var out = part.getOutputStream()) {
            out.write(TemplateParts.FONT_TABLE.getBytes(StandardCharsets.UTF_8));
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
}
