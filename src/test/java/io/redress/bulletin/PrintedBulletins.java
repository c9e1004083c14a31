package io.redress.bulletin;

import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinContent.Recipients;
import io.redress.bulletin.print.BulletinContent.Section;
import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.bulletin.print.BulletinContent.Trend;
import io.redress.bulletin.print.BulletinContent.Trend.Point;
import io.redress.bulletin.word.BulletinDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Bulletins to print. The platforms are those of the annual report; people and figures are invented. */
public final class PrintedBulletins {

    public static final String ORGANISATION = "潮州市湘桥区工业和信息化局";
    public static final String SERIES = "共信赢事件工作周报";
    public static final String TITLE = "关于“共信赢”事件处置工作情况的周报";

    static final List<Recipients> RECIPIENTS = List.of(
            new Recipients("报", "区委、区政府，市金融工作局"), new Recipients("送", "区委政法委，公安分局，信访局"), new Recipients("发", "各镇（街道）"));

    public static final Trend TREND = new Trend(
            "近12周登记人数与净损失",
            IntStream.range(0, 12)
                    .mapToObj(week -> new Point(
                            LocalDate.of(2021, 9, 26).plusWeeks(week),
                            week % 5,
                            250 + 4L * week,
                            new BigDecimal(31_000_000 + 270_000 * week).setScale(2)))
                    .toList());

    /** With the built-in template, including the chart of the trend. */
    public static byte[] docx(BulletinContent content) {
        return BulletinDocument.docx(content, BulletinDocument.builtInTemplate());
    }

    private static final List<String> COLUMNS = List.of("片区", "上期累计", "本期新增", "本期核减", "本期累计", "投入本金（万元）", "净损失（万元）");

    private PrintedBulletins() {}

    public static BulletinContent ofOnePage() {
        return of(12, TITLE, List.of(facts()), List.of());
    }

    public static BulletinContent ofSeveralPages() {
        return of(
                12,
                TITLE,
                List.of(facts(), work(), section("三、存在的问题和风险研判", paragraphs(2)), section("四、下周工作安排", paragraphs(1))),
                List.of(byArea(9), byLevel()));
    }

    public static BulletinContent withALongTable() {
        return of(7, TITLE, List.of(facts()), List.of(byArea(60)));
    }

    public static BulletinContent withLongNames() {
        return new BulletinContent(
                "潮州市湘桥区防范和处置非法集资工作领导小组办公室（设在区工业和信息化局）",
                "潮州市湘桥区防范和处置非法集资工作领导小组办公室工作周报",
                "关于“共信赢”平台及其湘桥分支机构所涉受损投资人登记、回访安抚、信息披露督促和矛盾纠纷化解等各项工作进展情况的周报",
                2021,
                104,
                LocalDate.of(2021, 12, 27),
                LocalDate.of(2022, 1, 2),
                LocalDate.of(2022, 1, 4),
                "陈某",
                "林某",
                "郑某某",
                null,
                RECIPIENTS,
                List.of(facts()),
                null,
                List.of(),
                List.of());
    }

    public static BulletinContent draft() {
        return new BulletinContent(
                ORGANISATION,
                SERIES,
                TITLE,
                2021,
                null,
                LocalDate.of(2021, 12, 6),
                LocalDate.of(2021, 12, 12),
                null,
                "陈某",
                null,
                null,
                null,
                RECIPIENTS,
                List.of(facts(), work()),
                TREND,
                List.of(byLevel()),
                List.of());
    }

    /** Number 14, which replaces number 12, with its own sub-sections. */
    public static BulletinContent correction() {
        var right = ofSeveralPages();
        return new BulletinContent(
                right.organisation(),
                right.seriesTitle(),
                right.title(),
                right.year(),
                14,
                right.weekStartsOn(),
                right.weekEndsOn(),
                LocalDate.of(2021, 12, 20),
                right.draftedBy(),
                right.reviewedBy(),
                right.signedBy(),
                "2021年第12期",
                right.recipients(),
                List.of(
                        facts(),
                        section("二、本周工作开展情况", ""),
                        new Section("sub", 2, "（一）投资人登记", "更正后，本周新增登记4人。"),
                        new Section("sub", 2, "（二）重点关注人员安抚", paragraphs(1))),
                right.trend(),
                right.tables(),
                List.of());
    }

    /** 零报告: nothing happened, this week or before. */
    public static BulletinContent nothingNew() {
        var sections = List.of(
                section("一、基本情况", "截至2021年12月12日，我区尚未受理“共信赢”平台投资人的登记。案件目前处于立案侦查阶段。"),
                section("二、本周工作开展情况", "（一）投资人登记\n本周无新增登记。\n（二）重点关注人员\n重点关注名单无人员。"),
                section("三、存在的问题和风险研判", "本周无新增情况。"),
                section("四、下周工作安排", "继续做好受理登记、核实和回访工作。"));
        return of(13, TITLE, sections, List.of(inYuan("0", "0.00")));
    }

    /** The first table of the service, with the same figure in every cell. */
    public static Table inYuan(String people, String yuan) {
        return new Table(
                "表1 投资人登记统计",
                List.of("项目", "上期累计", "本期新增", "本期核减", "本期累计"),
                List.of(
                        List.of("登记人数（人）", people, people, people, people),
                        List.of("投入本金（元）", yuan, yuan, yuan, yuan),
                        List.of("已返还本金及回报（元）", yuan, yuan, yuan, yuan),
                        List.of("净损失（元）", yuan, yuan, yuan, yuan)),
                "投入本金、返还及净损失只计受损人员。");
    }

    public static BulletinContent titled(String title, String body) {
        return of(1, title, List.of(section("一、基本情况", body)), List.of());
    }

    public static BulletinContent of(int number, String title, List<Section> sections, List<Table> tables) {
        return new BulletinContent(
                ORGANISATION,
                SERIES,
                title,
                2021,
                number,
                LocalDate.of(2021, 12, 6),
                LocalDate.of(2021, 12, 12),
                LocalDate.of(2021, 12, 13),
                "陈某",
                "林某",
                "郑某某",
                null,
                RECIPIENTS,
                sections,
                tables.isEmpty() ? null : TREND,
                tables,
                List.of());
    }

    private static Section facts() {
        return section(
                "一、基本情况",
                "截至2021年12月12日，辖内共受理登记“共信赢”受损投资人46人，涉及投入本金1280.50万元，已返还312.00万元，净损失968.50万元。"
                        + "本周新增登记3人，核减1人。案件处于公安机关立案侦查阶段。");
    }

    private static Section work() {
        return section("二、本周工作开展情况", """
                （一）投资人登记
                本周新增登记3人，涉及投入本金85.00万元；因重复登记合并核减1人。
                （二）重点关注人员安抚
                名单现有12人，本周新增2人、移出1人；走访4人次，电话回访23人次，接待来访2批5人次。
                （三）督促分支机构
                """ + paragraphs(2));
    }

    private static String paragraphs(int count) {
        return "要求分支机构加强与总部公司的联系，及时披露事态进展，回应投资人关切的问题；对情绪波动大、维权诉求强烈的投资人建立重点关注客户名单，并落实员工“分片包干”，做好情绪安抚和诉求回应等工作。\n"
                .repeat(count);
    }

    private static Section section(String heading, String body) {
        return new Section("section", 1, heading, body);
    }

    private static Table byArea(int rows) {
        var names = List.of("桥东街道", "城西街道", "凤新街道", "太平街道", "西新街道", "意溪镇", "磷溪镇", "铁铺镇", "官塘镇");
        var cells = IntStream.range(0, rows)
                .mapToObj(i -> List.of(
                        names.get(i % names.size()) + (i < names.size() ? "" : "第" + i + "村"),
                        "" + (i + 4),
                        "1",
                        "−1",
                        "" + (i + 4),
                        "1,028.50",
                        "−96.85"))
                .toList();
        return new Table("表1　受损投资人登记情况（按片区）", COLUMNS, cells, "一人在两个平台登记的，合计中计一人。");
    }

    private static Table byLevel() {
        return new Table(
                "表2　重点关注名单变动",
                List.of("级别", "上周末", "新增", "移出", "本周末"),
                List.of(
                        List.of("一级", "2", "1", "0", "3"),
                        List.of("二级", "4", "1", "1", "4"),
                        List.of("三级", "5", "0", "0", "5")),
                null);
    }
}
