package io.redress.report;

import io.redress.area.Area;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigure.Counts;
import io.redress.tally.WeekFigure.Sums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** How a bulletin says a figure, a day, a change. */
public final class Phrases {

    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

    /** Towns that are named; the others are added up. */
    private static final int NAMED_TOWNS = 5;

    private Phrases() {}

    /** 万元 to two decimals, as bulletins speak of money; the tables have it to the cent. */
    public static String wan(BigDecimal yuan) {
        return yuan.divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP).toPlainString() + "万元";
    }

    public static String day(LocalDate day) {
        return day.getYear() + "年" + shortDay(day);
    }

    public static String shortDay(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** 新增, with what changed against last week: null when there was no week before. */
    public static String added(String what, long now, Long lastWeek, String unit) {
        var text = now == 0 ? "本周无新增" + what : "本周新增" + what + now + unit;
        if (lastWeek == null) {
            return text;
        }
        var change = now - lastWeek;
        if (change == 0) {
            return text + "，与上周持平";
        }
        return now == 0
                ? text + "（上周" + lastWeek + unit + "）"
                : text + "，较上周" + (change > 0 ? "增加" : "减少") + Math.abs(change) + unit;
    }

    public static String movement(Sums sums) {
        var text = new StringBuilder();
        if (sums.added().signum() != 0) {
            text.append("新增").append(wan(sums.added())).append("，");
        }
        if (sums.removed().signum() != 0) {
            text.append("核减").append(wan(sums.removed())).append("，");
        }
        return text.append("累计").append(wan(sums.closing())).toString();
    }

    /**
     * 太平街道3人、意溪镇2人、其他镇街1人: the largest first, without those that have none; empty when none has any.
     *
     * @param unit 人次 over several platforms, where a person may be counted more than once
     */
    public static String byTown(List<WeekFigure> figures, ToLongFunction<Counts> part, String unit) {
        var towns = figures.stream()
                .collect(Collectors.groupingBy(
                        WeekFigure::townCode, Collectors.summingLong(figure -> part.applyAsLong(figure.count()))))
                .entrySet()
                .stream()
                .filter(town -> town.getValue() > 0)
                .sorted(Comparator.comparing((Map.Entry<String, Long> town) -> -town.getValue())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        var named = towns.stream()
                .limit(NAMED_TOWNS)
                .map(town -> town(town.getKey()) + town.getValue() + unit)
                .collect(Collectors.joining("、"));
        var others = towns.stream()
                .skip(NAMED_TOWNS)
                .mapToLong(town -> town.getValue())
                .sum();
        return others == 0 ? named : named + "、其他镇街" + others + unit;
    }

    public static String town(String code) {
        return Area.ofCode(code).map(area -> area.name).orElse(code);
    }
}
