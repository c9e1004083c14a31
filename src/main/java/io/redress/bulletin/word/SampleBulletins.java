package io.redress.bulletin.word;

import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinContent.Recipients;
import io.redress.bulletin.print.BulletinContent.Section;
import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.bulletin.print.BulletinContent.Trend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Fictitious bulletins to test a template before it is accepted: a full one, a draft, a 零报告, a 更正. */
public enum SampleBulletins {
    FULL(12, null, true),
    DRAFT(null, null, true),
    NOTHING_NEW(13, null, false),
    CORRECTION(14, "2021年第12期", true);

    final BulletinContent content;

    SampleBulletins(Integer number, String corrects, boolean isFull) {
        this.content = new BulletinContent(
                "某某市某某区工业和信息化局",
                "某某平台事件工作周报",
                "关于“某某平台”事件处置工作情况的周报",
                2021,
                number,
                LocalDate.of(2021, 12, 6),
                LocalDate.of(2021, 12, 12),
                number == null ? null : LocalDate.of(2021, 12, 13),
                "陈某",
                number == null ? null : "林某",
                number == null ? null : "郑某",
                corrects,
                isFull ? List.of(new Recipients("报", "区委、区政府"), new Recipients("发", "各镇（街道）")) : List.of(),
                isFull ? sections() : List.of(new Section("BASICS", 1, "一、基本情况", "本周无新增情况。")),
                isFull ? trend() : null,
                List.of(table(isFull)),
                List.of());
    }

    private static List<Section> sections() {
        return List.of(
                new Section("BASICS", 1, "一、基本情况", "截至12月12日，共受理登记46人。"),
                new Section("WORK", 1, "二、本周工作开展情况", ""),
                new Section("REGISTRATION", 2, "（一）投资人登记", "本周新增登记3人。"),
                new Section("NEXT", 1, "三、下周工作安排", "（一）继续受理\n继续做好登记工作。"));
    }

    private static Trend trend() {
        return new Trend(
                "近四周登记人数与净损失",
                IntStream.range(0, 4)
                        .mapToObj(week -> new Trend.Point(
                                LocalDate.of(2021, 11, 21).plusWeeks(week),
                                week,
                                40 + 2L * week,
                                new BigDecimal("968500.00")))
                        .toList());
    }

    private static Table table(boolean hasNote) {
        return new Table(
                "表1　投资人登记统计",
                List.of("项目", "上期累计", "本期新增", "本期核减", "本期累计"),
                List.of(
                        List.of("登记人数（人）", "43", "3", "0", "46"),
                        List.of("净损失（元）", "9000000.00", "685000.00", "0.00", "9685000.00")),
                hasNote ? "登记人数按人计。" : null);
    }
}
