package io.redress.bulletin.narrative;

import static io.redress.tally.Measure.AFFECTED;
import static io.redress.tally.Measure.ATTENTION_LEVEL_1;
import static io.redress.tally.Measure.ATTENTION_LEVEL_2;
import static io.redress.tally.Measure.ATTENTION_LEVEL_3;
import static io.redress.tally.Measure.EVIDENCE_COMPLETE;
import static io.redress.tally.Measure.POLICE_REPORTED;
import static io.redress.tally.Measure.PRINCIPAL;
import static io.redress.tally.Measure.REGISTERED;
import static io.redress.tally.Measure.REPAID;
import static io.redress.tally.Measure.SUSPECTED_HELPERS;
import static io.redress.tally.Measure.VERIFIED;
import static io.redress.tally.Measure.WITHOUT_LOSS;

import io.redress.disclosure.DisclosureBrief;
import io.redress.tally.Measure;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigure.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the text of one platform's bulletin from the week's figures and records, for an officer to finish. */
public final class Narrative {

    private final Reading reading;
    private final Figures figures;

    private Narrative(Reading reading) {
        this.reading = reading;
        this.figures = reading.figures();
    }

    public static String title(String platform) {
        return "关于“" + platform + "”事件处置工作情况的周报";
    }

    public static List<BulletinSection> of(Reading reading) {
        var narrative = new Narrative(reading);
        return Outline.of(
                narrative.basics(),
                List.of(
                        narrative.registrations(),
                        narrative.attention(),
                        narrative.responsibilities(),
                        narrative.disclosures(),
                        policeReports(reading.figures().count(POLICE_REPORTED))),
                narrative.risks());
    }

    private String basics() {
        var text = new StringBuilder(Outline.asOf(reading.week()));
        var name = reading.platform().name;
        var registered = figures.count(REGISTERED).closing();
        if (registered == 0) {
            text.append("，我区尚未受理“").append(name).append("”平台投资人的登记。");
        } else {
            text.append("，我区共受理登记“%s”平台投资人%d人，其中受损%d人，投入本金%s，已返还本金及回报%s，净损失%s。"
                            .formatted(
                                    name,
                                    registered,
                                    figures.count(AFFECTED).closing(),
                                    Phrases.wan(figures.amount(PRINCIPAL).closing()),
                                    Phrases.wan(figures.amount(REPAID).closing()),
                                    Phrases.wan(figures.amount(AFFECTED).closing())))
                    .append("净损失按“")
                    .append(reading.lossFormula().written())
                    .append("”计算。")
                    .append(apart());
        }
        return text.append("案件目前处于")
                .append(Phrases.stage(reading.platform().stage))
                .append("阶段。")
                .toString();
    }

    private String apart() {
        var parts = Stream.of(
                        part("无净损失", figures.count(WITHOUT_LOSS)), part("疑似协助人", figures.count(SUSPECTED_HELPERS)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("、"));
        return parts.isEmpty() ? "" : "另有" + parts + "，单独统计。";
    }

    private static String part(String name, Counts counts) {
        return counts.closing() == 0 ? "" : name + counts.closing() + "人";
    }

    private String registrations() {
        var registered = figures.count(REGISTERED);
        var text = new StringBuilder(Phrases.added("登记", registered.added(), lastWeek(), "人"));
        if (registered.removed() > 0) {
            text.append("；核减").append(registered.removed()).append("人");
        }
        text.append("，累计").append(registered.closing()).append("人。");
        var towns = Phrases.byTown(reading.byTown(REGISTERED), Counts::added);
        if (!towns.isEmpty()) {
            text.append("新增人员分布在").append(towns).append("。");
        }
        var loss = figures.amount(AFFECTED);
        if (loss.added().signum() != 0 || loss.removed().signum() != 0) {
            text.append("净损失").append(Phrases.movement(loss)).append("。");
        }
        if (registered.closing() > 0) {
            text.append("累计已核实%d人，材料齐备%d人。"
                    .formatted(
                            figures.count(VERIFIED).closing(),
                            figures.count(EVIDENCE_COMPLETE).closing()));
        }
        return text.toString();
    }

    private Long lastWeek() {
        return reading.before() == null
                ? null
                : Long.valueOf(reading.before().count(REGISTERED).added());
    }

    private String attention() {
        var all = figures.attention();
        if (all.opening() == 0 && all.added() == 0) {
            return "重点关注名单无人员。";
        }
        var text = new StringBuilder();
        if (all.added() == 0 && all.removed() == 0) {
            text.append("本周名单无变动。");
        } else {
            text.append("本周")
                    .append(all.added() == 0 ? "无新列入" : "列入（含调级）" + all.added() + "人次")
                    .append(all.removed() == 0 ? "" : "，移出（含调级、到期）" + all.removed() + "人次")
                    .append("。");
        }
        if (all.closing() == 0) {
            return text.append("周末名单已无人员。").toString();
        }
        return text.append("周末名单共%d人，其中一级%d人、二级%d人、三级%d人。"
                        .formatted(
                                all.closing(),
                                figures.count(ATTENTION_LEVEL_1).closing(),
                                figures.count(ATTENTION_LEVEL_2).closing(),
                                figures.count(ATTENTION_LEVEL_3).closing()))
                .toString();
    }

    private String responsibilities() {
        return responsibilities(reading.byTown().stream()
                .filter(figure -> Measure.ATTENTION_LEVELS.contains(figure.measure()))
                .toList());
    }

    /** @param attended the attention list by town */
    static String responsibilities(List<WeekFigure> attended) {
        var towns = Phrases.byTown(attended, Counts::closing);
        return towns.isEmpty() ? "本周无需分片联系的重点关注人员。" : "重点关注人员按所在镇街分片联系：" + towns + "。";
    }

    private String disclosures() {
        var disclosures = reading.disclosures();
        var recorded = disclosures.recorded();
        var lines = new ArrayList<String>();
        lines.add(
                recorded.isEmpty()
                        ? Outline.NOTHING_DISCLOSED
                        : "本周平台及其分支机构披露信息" + recorded.size() + "次" + kinds(recorded) + "。");
        disclosures.standing().forEach(disclosure -> lines.add(Outline.quote(disclosure)));
        lines.addAll(Outline.withdrawn(
                disclosures.withdrawn().stream().map(Outline::name).toList()));
        return String.join("\n", lines);
    }

    private static String kinds(List<DisclosureBrief> disclosures) {
        if (disclosures.size() == 1) {
            return "";
        }
        return disclosures.stream()
                .collect(Collectors.groupingBy(DisclosureBrief::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getKey().words() + kind.getValue() + "次")
                .collect(Collectors.joining("、", "，其中", ""));
    }

    static String policeReports(Counts reported) {
        if (reported.closing() == 0 && reported.added() == 0) {
            return "登记人员中尚无已向公安机关报案的。";
        }
        return (reported.added() == 0 ? "本周无新增向公安机关报案的登记人员" : "本周新增向公安机关报案的登记人员" + reported.added() + "人") + "，累计"
                + reported.closing() + "人。";
    }

    private String risks() {
        var registered = figures.count(REGISTERED).closing();
        var text = new StringBuilder();
        var level1 = figures.count(ATTENTION_LEVEL_1);
        if (level1.closing() > level1.opening()) {
            text.append("一级重点关注人员较上周增加")
                    .append(level1.closing() - level1.opening())
                    .append("人，需加密联系，做好情绪安抚。");
        }
        var open = Stream.of(
                        open(registered - figures.count(EVIDENCE_COMPLETE).closing(), "材料不齐"),
                        open(registered - figures.count(VERIFIED).closing(), "未核实"),
                        open(registered - figures.count(POLICE_REPORTED).closing(), "未向公安机关报案"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("、"));
        if (!open.isEmpty()) {
            text.append("登记人员中尚有").append(open).append("。");
        }
        return text.isEmpty() ? "本周无新增情况。" : text.toString();
    }

    private static String open(long people, String what) {
        return people <= 0 ? "" : what + people + "人";
    }
}
