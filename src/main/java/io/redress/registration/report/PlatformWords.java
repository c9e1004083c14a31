package io.redress.registration.report;

import static io.redress.registration.report.RegistrationMeasure.AFFECTED;
import static io.redress.registration.report.RegistrationMeasure.EVIDENCE_COMPLETE;
import static io.redress.registration.report.RegistrationMeasure.POLICE_REPORTED;
import static io.redress.registration.report.RegistrationMeasure.PRINCIPAL;
import static io.redress.registration.report.RegistrationMeasure.REGISTERED;
import static io.redress.registration.report.RegistrationMeasure.REPAID;
import static io.redress.registration.report.RegistrationMeasure.SUSPECTED_HELPERS;
import static io.redress.registration.report.RegistrationMeasure.VERIFIED;
import static io.redress.registration.report.RegistrationMeasure.WITHOUT_LOSS;

import io.redress.report.Figures;
import io.redress.report.Phrases;
import io.redress.report.PlatformWeek;
import io.redress.tally.WeekFigure.Counts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences on the registrations of one platform. */
final class PlatformWords {

    private final PlatformWeek week;
    private final String ours;
    private final Figures figures;

    /** @param ours 我区, 我县: as the county's office calls the county */
    PlatformWords(PlatformWeek week, String ours) {
        this.week = week;
        this.ours = ours;
        this.figures = week.figures();
    }

    String basics() {
        var text = new StringBuilder();
        var name = week.platform().name;
        var registered = figures.count(REGISTERED).closing();
        if (registered == 0) {
            text.append(ours).append("尚未受理“").append(name).append("”平台投资人的登记。");
        } else {
            text.append("%s共受理登记“%s”平台投资人%d人，其中受损%d人，投入本金%s，已返还本金及回报%s，净损失%s。"
                            .formatted(
                                    ours,
                                    name,
                                    registered,
                                    figures.count(AFFECTED).closing(),
                                    Phrases.wan(figures.amount(PRINCIPAL).closing()),
                                    Phrases.wan(figures.amount(REPAID).closing()),
                                    Phrases.wan(figures.amount(AFFECTED).closing())))
                    .append("净损失按“")
                    .append(week.lossFormula().written())
                    .append("”计算。")
                    .append(apart());
        }
        return text.toString();
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

    String registrations() {
        var registered = figures.count(REGISTERED);
        var text = new StringBuilder(Phrases.added("登记", registered.added(), lastWeek(), "人"));
        if (registered.removed() > 0) {
            text.append("；核减").append(registered.removed()).append("人");
        }
        text.append("，累计").append(registered.closing()).append("人。");
        var towns = Phrases.byTown(week.byTown(List.of(REGISTERED)), Counts::added, "人");
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
        return week.before() == null
                ? null
                : Long.valueOf(week.before().count(REGISTERED).added());
    }

    /** What is still to be done for those registered; empty when nothing is. */
    String unfinished() {
        var registered = figures.count(REGISTERED).closing();
        var open = Stream.of(
                        open(registered - figures.count(EVIDENCE_COMPLETE).closing(), "材料不齐"),
                        open(registered - figures.count(VERIFIED).closing(), "未核实"),
                        open(registered - figures.count(POLICE_REPORTED).closing(), "未向公安机关报案"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("、"));
        return open.isEmpty() ? "" : "登记人员中尚有" + open + "。";
    }

    private static String open(long people, String what) {
        return people <= 0 ? "" : what + people + "人";
    }
}
