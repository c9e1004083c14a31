package io.redress.bulletin.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.bulletin.PrintedBulletins;
import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.common.sheet.Csv;
import io.redress.common.sheet.Workbooks;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class BulletinSheetsTest {

    private static final Table REGISTRATIONS = new Table(
            "表1 投资人登记统计",
            List.of("项目", "上期累计", "本期新增", "本期核减", "本期累计"),
            List.of(
                    List.of("登记人数（人）", "1043", "4", "1", "1046"),
                    List.of("净损失（元）", "9685000.00", "1250000.50", "-300.00", "10935300.50"),
                    List.of("2021", "—", "007", "−5", "待定")),
            "投入本金只计受损人员。");

    private static BulletinContent content() {
        return PrintedBulletins.of(12, PrintedBulletins.TITLE, List.of(), List.of(REGISTRATIONS));
    }

    private static XSSFWorkbook workbook() {
        return Workbooks.open(BulletinSheets.xlsx(content()));
    }

    private static List<String> shown(XSSFSheet sheet, int row) {
        return IntStream.range(0, sheet.getRow(row).getLastCellNum())
                .mapToObj(column -> shown(sheet.getRow(row).getCell(column)))
                .toList();
    }

    private static String shown(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC
                ? "number " + ((org.apache.poi.xssf.usermodel.XSSFCell) cell).getRawValue()
                : cell.getStringCellValue();
    }

    @Test
    void the_workbook_has_a_cover_and_a_sheet_for_each_table_and_the_trend() {
        var workbook = workbook();
        assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                .containsExactly("封面", "表1 投资人登记统计", "走势");
    }

    @Test
    void the_cover_identifies_the_bulletin() {
        var cover = workbook().getSheetAt(0);
        assertThat(shown(cover, 0)).containsExactly("共信赢事件工作周报");
        assertThat(shown(cover, 2)).containsExactly("标题", PrintedBulletins.TITLE);
        assertThat(shown(cover, 4)).containsExactly("期号", "2021年第12期");
        assertThat(cover.getRow(6).getCell(1).getLocalDateTimeCellValue().toLocalDate())
                .isEqualTo(LocalDate.of(2021, 12, 12));
        var draft =
                Workbooks.open(BulletinSheets.xlsx(PrintedBulletins.draft())).getSheetAt(0);
        assertThat(shown(draft, 4)).containsExactly("期号", "草稿");
    }

    @Test
    void figures_are_numbers_and_labels_are_text() {
        var table = workbook().getSheetAt(1);
        assertThat(shown(table, 0)).containsExactly("表1 投资人登记统计");
        assertThat(shown(table, 1)).isEqualTo(REGISTRATIONS.columns());
        assertThat(shown(table, 2)).containsExactly("登记人数（人）", "number 1043", "number 4", "number 1", "number 1046");
        assertThat(shown(table, 3))
                .containsExactly(
                        "净损失（元）", "number 9685000.00", "number 1250000.50", "number -300.00", "number 10935300.50");
        assertThat(shown(table, 4)).containsExactly("2021", "—", "007", "number -5", "待定");
        assertThat(shown(table, 5).get(0)).isEqualTo("注：投入本金只计受损人员。");
        assertThat(table.getRow(2).getCell(1).getCellStyle().getDataFormatString())
                .isEqualTo("#,##0");
        assertThat(table.getRow(3).getCell(1).getCellStyle().getDataFormatString())
                .isEqualTo("#,##0.00");
    }

    @Test
    void the_trend_has_its_weeks_in_order() {
        var trend = workbook().getSheetAt(2);
        assertThat(trend.getLastRowNum()).isEqualTo(13);
        assertThat(trend.getRow(2).getCell(0).getLocalDateTimeCellValue().toLocalDate())
                .isEqualTo(LocalDate.of(2021, 9, 26));
        assertThat(shown(trend, 13).subList(1, 4)).containsExactly("number 1", "number 294", "number 33970000.00");
    }

    @Test
    void the_csv_file_has_a_line_with_table_row_and_column_for_every_figure() {
        var lines = new String(BulletinCsv.of(content(), UTF_8), UTF_8).split("\r\n");
        assertThat(lines)
                .hasSize(1 + 3 * 4 + 12 * 3)
                .contains("共信赢事件工作周报,2021,12,2021-12-06,2021-12-12,走势,12,2021-12-12,本期累计净损失（元）,33970000.00");
        assertThat(lines[0]).isEqualTo("\uFEFF周报,年度,期号,报告周起,报告周止,表,行号,行,列,值");
        assertThat(lines[7]).isEqualTo("共信赢事件工作周报,2021,12,2021-12-06,2021-12-12,表1 投资人登记统计,2,净损失（元）,本期核减,-300.00");
        assertThat(new String(BulletinCsv.of(PrintedBulletins.draft(), UTF_8), UTF_8))
                .contains("共信赢事件工作周报,2021,,2021-12-06");
    }

    @Test
    void both_csv_encodings_have_the_same_content() {
        assertThat(new String(BulletinCsv.of(content(), Csv.GB18030), Csv.GB18030))
                .isEqualTo(new String(BulletinCsv.of(content(), UTF_8), UTF_8).substring(1));
    }

    @Test
    void a_bulletin_without_figures_has_only_a_cover_and_a_heading_line() {
        assertThat(Workbooks.open(BulletinSheets.xlsx(PrintedBulletins.ofOnePage()))
                        .getNumberOfSheets())
                .isEqualTo(1);
        assertThat(new String(BulletinCsv.of(PrintedBulletins.ofOnePage(), UTF_8), UTF_8).lines())
                .hasSize(1);
    }

    @Test
    void the_same_content_gives_the_same_bytes_anywhere() {
        assertThat(Workbooks.elsewhere(() -> BulletinSheets.xlsx(content()))).isEqualTo(BulletinSheets.xlsx(content()));
        for (Charset charset : Stream.of(UTF_8, Csv.GB18030).toList()) {
            assertThat(Workbooks.elsewhere(() -> BulletinCsv.of(content(), charset)))
                    .isEqualTo(BulletinCsv.of(content(), charset));
        }
    }
}
