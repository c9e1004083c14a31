package io.redress.common.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxTest {

    private static final Instant MADE = Instant.parse("2021-12-12T16:00:00Z");

    private static final List<Cell> ROW = List.of(
            Cell.text("445102010001"),
            Cell.count(1234567L),
            Cell.money(new BigDecimal("-1028.5")),
            Cell.day(LocalDate.of(2021, 12, 12)),
            Cell.BLANK);

    private static final List<String> COLUMNS = List.of("区划代码", "人数", "金额", "日期", "备注");

    private static XSSFSheet written(Sheet sheet) {
        return Workbooks.open(Xlsx.of("题", MADE, List.of(sheet))).getSheetAt(0);
    }

    private static XSSFSheet withText(String text) {
        return written(Sheet.data("表", List.of("列"), List.of(List.of(Cell.text(text)))));
    }

    @Test
    void numbers_are_numbers_and_dates_are_dates_and_codes_are_text() {
        var row = written(Sheet.data("表", COLUMNS, List.of(ROW))).getRow(1);
        assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("445102010001");
        assertThat(row.getCell(0).getCellStyle().getDataFormatString()).isEqualTo("@");
        assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1234567);
        assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("#,##0");
        assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(row.getCell(2).getRawValue()).isEqualTo("-1028.50");
        assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
        assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
        assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2021, 12, 12));
        assertThat(row.getCell(4).getCellType()).isEqualTo(CellType.BLANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 138", "-5", "@SUM(A1)", "\t=1", "＝1+1", "<a&\"b\">", "𠮷㛃先生"})
    void text_stays_text_and_never_becomes_a_formula(String text) {
        var cell = withText(text).getRow(1).getCell(0);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(text);
    }

    @Test
    void characters_invalid_in_xml_are_dropped() {
        assertThat(withText("前\u0001\uFFFF后").getRow(1).getCell(0).getStringCellValue())
                .isEqualTo("前后");
    }

    @Test
    void an_amount_with_too_many_digits_for_a_spreadsheet_is_written_as_text() {
        var amounts = List.of(
                List.of(Cell.money(new BigDecimal("9999999999999.99"))),
                List.of(Cell.money(new BigDecimal("12345678901234.56"))));
        var sheet = written(Sheet.data("表", List.of("金额"), amounts));
        assertThat(sheet.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("12345678901234.56");
    }

    @Test
    void a_data_table_has_a_frozen_first_row_with_filters() {
        var sheet = written(Sheet.data("表", COLUMNS, List.of(ROW, ROW)));
        assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("人数");
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:E3");
    }

    @Test
    void a_printed_table_repeats_title_and_headings_on_every_a4_page_and_ends_with_its_note() {
        var sheet = written(Sheet.printed("表1", "表1 登记统计", COLUMNS, List.of(ROW, ROW), "注：一人计一人。"));
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("表1 登记统计");
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("区划代码");
        assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("注：一人计一人。");
        assertThat(sheet.getMergedRegions()).containsExactly(new CellRangeAddress(4, 4, 0, 4));
        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 2);
        assertThat(sheet.getRepeatingRows()).isEqualTo(new CellRangeAddress(0, 1, -1, -1));
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
    }

    @Test
    void columns_are_wide_enough_for_chinese() {
        var sheet = written(Sheet.data("表", List.of("镇"), List.of(List.of(Cell.text("潮州市湘桥区太平街道")))));
        assertThat(sheet.getColumnWidth(0) / 256).isBetween(20, 24);
    }

    @Test
    void sheets_get_names_that_excel_accepts() {
        var names = List.of("表[1]: a/b?*\\c'", "X".repeat(40), "x".repeat(40), "𠮷".repeat(16), "", "同名", "同名");
        var sheets = names.stream()
                .map(name -> Sheet.data(name, List.of("列"), List.of()))
                .toList();
        var workbook = Workbooks.open(Xlsx.of("题", MADE, sheets));
        assertThat(IntStream.range(0, names.size()).mapToObj(workbook::getSheetName))
                .containsExactly(
                        "表 1   a b   c", "X".repeat(31), "x".repeat(29) + " 2", "𠮷".repeat(15), "Sheet", "同名", "同名 2");
    }

    @Test
    void the_same_sheet_gives_the_same_bytes_anywhere_with_the_given_day_in_its_properties() {
        var sheets =
                List.of(Sheet.printed("表", "题", COLUMNS, List.of(ROW), "注"), Sheet.data("表", COLUMNS, List.of(ROW)));
        var here = Xlsx.of("题", MADE, sheets);
        assertThat(Xlsx.of("题", MADE, sheets)).isEqualTo(here);
        assertThat(Workbooks.elsewhere(() -> Xlsx.of("题", MADE, sheets))).isEqualTo(here);
        var properties = Workbooks.open(here).getProperties().getCoreProperties();
        assertThat(properties.getCreated()).isEqualTo(Date.from(MADE));
        assertThat(properties.getTitle()).isEqualTo("题");
    }
}
