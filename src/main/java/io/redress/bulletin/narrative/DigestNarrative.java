package io.redress.bulletin.narrative;

import static io.redress.tally.Measure.AFFECTED;
import static io.redress.tally.Measure.PERSONS_AFFECTED;
import static io.redress.tally.Measure.PERSONS_REGISTERED;
import static io.redress.tally.Measure.POLICE_REPORTED;
import static io.redress.tally.Measure.PRINCIPAL;
import static io.redress.tally.Measure.REGISTERED;
import static io.redress.tally.Measure.REPAID;

import io.redress.disclosure.DisclosureBrief;
import io.redress.disclosure.DisclosuresOfWeek;
import io.redress.tally.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the text of the digest of all platforms. */
public final class DigestNarrative {

    public static final String TITLE = "关于涉事投资平台处置工作情况的周报";

    private final DigestReading reading;

    private DigestNarrative(DigestReading reading) {
        this.reading = reading;
    }

    public static List<BulletinSection> of(DigestReading reading) {
        var narrative = new DigestNarrative(reading);
        return Outline.of(
                narrative.basics(),
                List.of(
                        narrative.registrations(),
                        narrative.attention(),
                        narrative.responsibilities(),
                        narrative.disclosures(),
                        narrative.policeReports()),
                "本周无新增情况。");
    }

    private String basics() {
        var persons = reading.overall().count(PERSONS_REGISTERED).closing();
        if (persons == 0) {
            return Outline.asOf(reading.week()) + "，我区尚未受理投资人的登记。" + stages();
        }
        var registrations = reading.sum().count(REGISTERED).closing();
        return "%s，我区共受理%d个平台投资人%d人的登记%s，其中受损%d人，投入本金%s，已返还本金及回报%s，净损失%s。%s%s"
                .formatted(
                        Outline.asOf(reading.week()),
                        with(each -> each.figures().count(REGISTERED).closing()).count(),
                        persons,
                        registrations == persons ? "" : registrations + "份",
                        reading.overall().count(PERSONS_AFFECTED).closing(),
                        Phrases.wan(reading.sum().amount(PRINCIPAL).closing()),
                        Phrases.wan(reading.sum().amount(REPAID).closing()),
                        Phrases.wan(reading.sum().amount(AFFECTED).closing()),
                        lossFormulas(),
                        stages());
    }

    /** One for all, or each with its platforms: sums of differently reckoned losses are to be known as such. */
    private String lossFormulas() {
        var formulas = with(each -> each.figures().count(REGISTERED).closing())
                .collect(Collectors.groupingBy(
                        each -> each.lossFormula().written(),
                        LinkedHashMap::new,
                        Collectors.mapping(each -> "“" + each.platform().name + "”", Collectors.joining())));
        return formulas.size() == 1
                ? "净损失按“" + formulas.keySet().iterator().next() + "”计算。"
                : formulas.entrySet().stream()
                        .map(formula -> formula.getValue() + "按“" + formula.getKey() + "”")
                        .collect(Collectors.joining("，", "净损失的计算：", "。"));
    }

    private String stages() {
        return reading.platforms().stream()
                .map(each -> "“" + each.platform().name + "”处于" + Phrases.stage(each.platform().stage) + "阶段")
                .collect(Collectors.joining("，", "", "。"))
                .replaceFirst("^。$", "");
    }

    private String registrations() {
        var persons = reading.overall().count(PERSONS_REGISTERED);
        var before = reading.overallBefore();
        var text = new StringBuilder(Phrases.added(
                "登记投资人",
                persons.added(),
                before == null
                        ? null
                        : Long.valueOf(before.count(PERSONS_REGISTERED).added()),
                "人"));
        if (persons.removed() > 0) {
            text.append("；核减").append(persons.removed()).append("人");
        }
        text.append("，累计").append(persons.closing()).append("人。");
        var platforms = with(each -> each.figures().count(REGISTERED).added())
                .map(each -> "“%s”%d人"
                        .formatted(
                                each.platform().name,
                                each.figures().count(REGISTERED).added()))
                .collect(Collectors.joining("、"));
        if (!platforms.isEmpty()) {
            text.append("各平台新增：").append(platforms).append("。");
        }
        var loss = reading.sum().amount(AFFECTED);
        if (loss.added().signum() != 0 || loss.removed().signum() != 0) {
            text.append("净损失").append(Phrases.movement(loss)).append("。");
        }
        return text.toString();
    }

    private String attention() {
        var all = reading.sum().attention();
        var text = all.added() == 0 && all.removed() == 0
                ? "各平台重点关注名单本周无变动。"
                : "各平台重点关注名单本周列入（含调级）%d人次，移出（含调级、到期）%d人次。".formatted(all.added(), all.removed());
        var platforms = with(each -> each.figures().attention().closing())
                .map(each -> "“%s”%d人"
                        .formatted(
                                each.platform().name, each.figures().attention().closing()))
                .collect(Collectors.joining("、"));
        return platforms.isEmpty() ? text + "周末名单无人员。" : text + "周末在名单的：" + platforms + "。";
    }

    private String responsibilities() {
        var attended = reading.byTown().stream()
                .filter(figure -> Measure.ATTENTION_LEVELS.contains(figure.measure()))
                .toList();
        return Narrative.responsibilities(attended);
    }

    private String disclosures() {
        var recorded = reading.platforms().stream()
                .mapToInt(each -> each.disclosures().recorded().size())
                .sum();
        var lines = new ArrayList<String>();
        lines.add(recorded == 0 ? Outline.NOTHING_DISCLOSED : "本周各平台及其分支机构披露信息" + recorded + "次。");
        lines.addAll(named(DisclosuresOfWeek::standing, Outline::quote));
        lines.addAll(Outline.withdrawn(named(DisclosuresOfWeek::withdrawn, Outline::name)));
        return String.join("\n", lines);
    }

    private List<String> named(
            Function<DisclosuresOfWeek, List<DisclosureBrief>> which, Function<DisclosureBrief, String> words) {
        return reading.platforms().stream()
                .flatMap(each -> which.apply(each.disclosures()).stream()
                        .map(disclosure -> "“" + each.platform().name + "”：" + words.apply(disclosure)))
                .toList();
    }

    private String policeReports() {
        return Narrative.policeReports(reading.sum().count(POLICE_REPORTED));
    }

    /** The platforms of which there is one or more. */
    private Stream<Reading> with(ToLongFunction<Reading> count) {
        return reading.platforms().stream().filter(each -> count.applyAsLong(each) > 0);
    }
}
