package io.redress.attention.report;

import static io.redress.attention.report.AttentionMeasure.ATTENTION_LEVEL_1;
import static io.redress.attention.report.AttentionMeasure.ATTENTION_LEVEL_2;
import static io.redress.attention.report.AttentionMeasure.ATTENTION_LEVEL_3;

import io.redress.report.DigestWeek;
import io.redress.report.Figures;
import io.redress.report.Passage;
import io.redress.report.Phrases;
import io.redress.report.PlatformWeek;
import io.redress.report.ReportPart;
import io.redress.report.ReportTable;
import io.redress.tally.WeekFigure;
import io.redress.tally.WeekFigure.Counts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the bulletin says of the attention list. It names nobody. */
@ApplicationScoped
class AttentionReport implements ReportPart {

    private static final List<AttentionMeasure> LEVELS = List.of(AttentionMeasure.values());

    @Override
    public List<AttentionMeasure> measures() {
        return LEVELS;
    }

    @Override
    public List<Passage> passages(PlatformWeek week) {
        var figures = week.figures();
        return List.of(
                list(ofPlatform(figures)),
                responsibilities(week.byTown(LEVELS), "人"),
                Passage.risks(10, risk(figures.count(ATTENTION_LEVEL_1))));
    }

    @Override
    public List<Passage> passages(DigestWeek week) {
        return List.of(list(ofAll(week)), responsibilities(week.byTown(LEVELS), "人次"));
    }

    private static Passage list(String text) {
        return Passage.work(20, "WORK_ATTENTION", "重点关注人员", text);
    }

    private static String ofPlatform(Figures figures) {
        var all = figures.count(LEVELS);
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

    private static String ofAll(DigestWeek week) {
        var all = week.sum().count(LEVELS);
        var text = all.added() == 0 && all.removed() == 0
                ? "各平台重点关注名单本周无变动。"
                : "各平台重点关注名单本周列入（含调级）%d人次，移出（含调级、到期）%d人次。".formatted(all.added(), all.removed());
        var platforms = week.with(figures -> figures.count(LEVELS).closing())
                .map(each -> "“%s”%d人"
                        .formatted(
                                each.platform().name,
                                each.figures().count(LEVELS).closing()))
                .collect(Collectors.joining("、"));
        return platforms.isEmpty() ? text + "周末名单无人员。" : text + "周末在名单的：" + platforms + "。";
    }

    private static Passage responsibilities(List<WeekFigure> byTown, String unit) {
        var towns = Phrases.byTown(byTown, Counts::closing, unit);
        return Passage.work(
                30,
                "WORK_RESPONSIBILITY",
                "分片包干",
                towns.isEmpty() ? "本周无需分片联系的重点关注人员。" : "重点关注人员按所在镇街分片联系：" + towns + "。");
    }

    private static String risk(Counts highest) {
        var more = highest.closing() - highest.opening();
        return more > 0 ? "一级重点关注人员较上周增加" + more + "人，需加密联系，做好情绪安抚。" : "";
    }

    @Override
    public List<ReportTable> tables(PlatformWeek week) {
        var figures = week.figures();
        var rows = Stream.concat(
                        LEVELS.stream()
                                .map(level -> ReportTable.row(level.zhOnOnePlatform() + "（人）", figures.count(level))),
                        Stream.of(ReportTable.row("合计（人）", figures.count(LEVELS))))
                .toList();
        return List.of(
                ReportTable.of(20, "重点关注名单", "级别", rows, "新增、核减含级别调整；核减含移出与到期失效。"),
                ReportTable.towns(40, "分片联系的重点关注人员（人）", week.byTown(LEVELS), figures.count(LEVELS), ""));
    }

    @Override
    public List<ReportTable> tables(DigestWeek week) {
        return List.of(ReportTable.platforms(
                60,
                "各平台重点关注名单（人次）",
                week,
                figures -> figures.count(LEVELS),
                week.sum().count(LEVELS),
                "同时在两个以上平台名单的，在各平台各计一次。"));
    }
}
