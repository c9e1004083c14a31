package io.redress.bulletin.word;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The parts of the bulletin's template other than text: page, settings, fonts, and the table of the 版记. */
final class TemplateParts {

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /** Margins of 天头 37, 订口 28, 版心 156 × 225 mm; 22 lines to the page. The footer's dash lies 7 mm below 版心. */
    static final String SECTION = """
            <xml-fragment %s>
              <w:pgSz w:w="11906" w:h="16838"/>
              <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1446" w:gutter="0"/>
              <w:docGrid w:type="lines" w:linePitch="579"/>
            </xml-fragment>
            """.formatted(W);

    static final String SETTINGS = """
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

    static final String FONT_TABLE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts %s>%s</w:fonts>
            """.formatted(
                    W,
                    Arrays.stream(TemplateStyles.Font.values())
                            .map(TemplateStyles.Font::entry)
                            .collect(Collectors.joining()));

    /**
     * The 版记 is at the bottom of the last page: a table that floats to the bottom of the type area. Its outer lines are
     * 0.35 mm thick, the inner lines 0.25.
     */
    static final String COLOPHON = """
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
              %s
            </xml-fragment>
            """.formatted(
            W,
            row(
                            line("Colophon", "{{?recipients}}"),
                            line("Recipients", "{{recipient}}"),
                            line("Colophon", "{{/recipients}}"))
                    + row(line("Colophon", "{{people}}"))
                    + row(line("Colophon", "{{organisation}}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{{issuedOn}}印发")));

    private TemplateParts() {}

    private static String row(String... lines) {
        return "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"8844\" w:type=\"dxa\"/></w:tcPr>"
                + String.join("", lines) + "</w:tc></w:tr>";
    }

    private static String line(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>".formatted(style, text);
    }
}
