package io.redress.registration.report;

import static io.redress.registration.report.RegistrationMeasure.AFFECTED;
import static io.redress.registration.report.RegistrationMeasure.PERSONS_AFFECTED;
import static io.redress.registration.report.RegistrationMeasure.PERSONS_REGISTERED;
import static io.redress.registration.report.RegistrationMeasure.PRINCIPAL;
import static io.redress.registration.report.RegistrationMeasure.REGISTERED;
import static io.redress.registration.report.RegistrationMeasure.REPAID;

import io.redress.report.DigestWeek;
import io.redress.report.Phrases;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** Sentences on the registrations of all platforms. */
final class DigestWords {

    private final DigestWeek week;
    private final String ours;

    /** @param ours 我区, 我县: as the county's office calls the county */
    DigestWords(DigestWeek week, String ours) {
        this.week = week;
        this.ours = ours;
    }

    String basics() {
        var persons = week.overall().count(PERSONS_REGISTERED).closing();
        if (persons == 0) {
            return ours + "尚未受理投资人的登记。";
        }
        var registrations = week.sum().count(REGISTERED).closing();
        return "%s共受理%d个平台投资人%d人的登记%s，其中受损%d人，投入本金%s，已返还本金及回报%s，净损失%s。%s"
                .formatted(
                        ours,
                        week.with(figures -> figures.count(REGISTERED).closing())
                                .count(),
                        persons,
                        registrations == persons ? "" : registrations + "份",
                        week.overall().count(PERSONS_AFFECTED).closing(),
                        Phrases.wan(week.sum().amount(PRINCIPAL).closing()),
                        Phrases.wan(week.sum().amount(REPAID).closing()),
                        Phrases.wan(week.sum().amount(AFFECTED).closing()),
                        lossFormulas());
    }

    /** One for all, or each with its platforms: sums of differently reckoned losses are to be known as such. */
    private String lossFormulas() {
        var formulas = week.with(figures -> figures.count(REGISTERED).closing())
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

    String registrations() {
        var persons = week.overall().count(PERSONS_REGISTERED);
        var before = week.overallBefore();
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
        var platforms = week.with(figures -> figures.count(REGISTERED).added())
                .map(each -> "“%s”%d人"
                        .formatted(
                                each.platform().name,
                                each.figures().count(REGISTERED).added()))
                .collect(Collectors.joining("、"));
        if (!platforms.isEmpty()) {
            text.append("各平台新增：").append(platforms).append("。");
        }
        var loss = week.sum().amount(AFFECTED);
        if (loss.added().signum() != 0 || loss.removed().signum() != 0) {
            text.append("净损失").append(Phrases.movement(loss)).append("。");
        }
        return text.toString();
    }
}
