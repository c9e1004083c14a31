package io.redress.bulletin.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.bulletin.PrintedBulletins;
import io.redress.bulletin.print.BulletinContent.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableColumnsTest {

    @Test
    void columns_of_figures_are_equally_wide_whatever_their_values() {
        var zeros = TableColumns.of(PrintedBulletins.inYuan("0", "0.00"), 8844, 24);
        assertThat(zeros.halfPoints()).isEqualTo(24);
        assertThat(Set.copyOf(zeros.widths().subList(1, 5))).hasSize(1);
        assertThat(zeros.widths().get(1)).isGreaterThan(4 * 240);
        var mixed = new Table("表", List.of("项目", "上期累计", "本期新增"), List.of(List.of("净损失（元）", "0", "123456.00")), null);
        assertThat(TableColumns.of(mixed, 8844, 24).widths().get(1))
                .isEqualTo(TableColumns.of(mixed, 8844, 24).widths().get(2));
    }

    @Test
    void amounts_of_fifteen_digits_fit_five_columns_in_a_smaller_size() {
        var columns = TableColumns.of(PrintedBulletins.inYuan("1234567", "1234567890123.45"), 8844, 24);
        assertThat(columns.halfPoints()).isEqualTo(21);
        assertThat(columns.widths().stream().mapToInt(Integer::intValue).sum()).isEqualTo(8844);
        assertThat(columns.widths().subList(1, 5)).allMatch(width -> width >= 16 * columns.halfPoints() * 5 + 114);
        assertThat(columns.widths().get(0)).isGreaterThan(6 * columns.halfPoints() * 10);
    }

    @Test
    void a_heading_breaks_before_its_bracket_where_it_would_not_fit() {
        assertThat(TableColumns.heading("投入本金（万元）", 1200, 24)).isEqualTo("投入本金\n（万元）");
        assertThat(TableColumns.heading("投入本金（万元）", 2400, 24)).isEqualTo("投入本金（万元）");
    }
}
