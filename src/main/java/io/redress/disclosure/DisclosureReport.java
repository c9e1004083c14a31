package io.redress.disclosure;

import static io.redress.disclosure.DisclosureMeasure.DISCLOSURES;

import io.redress.report.DigestWeek;
import io.redress.report.Passage;
import io.redress.report.Phrases;
import io.redress.report.PlatformWeek;
import io.redress.report.ReportPart;
import io.redress.report.ReportTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the bulletin says of disclosures. One that was withdrawn in the week is named without what it said, as that is not to be
 * spread once more (表 信息披露 本期核减).
 */
@ApplicationScoped
class DisclosureReport implements ReportPart {

    private final Disclosures disclosures;

    DisclosureReport(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public List<DisclosureMeasure> measures() {
        return List.of(DisclosureMeasure.values());
    }

    @Override
    public List<Passage> passages(PlatformWeek week) {
        var counted = disclosures.of(week.platform().platformId, week.week().id);
        var recorded = counted.recorded();
        return List.of(passage(
                recorded.size(),
                "本周平台及其分支机构披露信息" + recorded.size() + "次" + kinds(recorded) + "。",
                counted.standing().stream().map(DisclosureReport::quote),
                counted.withdrawn().stream().map(DisclosureReport::name)));
    }

    @Override
    public List<Passage> passages(DigestWeek week) {
        var counted = new LinkedHashMap<String, DisclosuresOfWeek>();
        week.platforms()
                .forEach(each ->
                        counted.put(each.platform().name, disclosures.of(each.platform().platformId, week.week().id)));
        var recorded = counted.values().stream()
                .mapToInt(each -> each.recorded().size())
                .sum();
        return List.of(passage(
                recorded,
                "本周各平台及其分支机构披露信息" + recorded + "次。",
                named(counted, DisclosuresOfWeek::standing, DisclosureReport::quote),
                named(counted, DisclosuresOfWeek::withdrawn, DisclosureReport::name)));
    }

    private static Passage passage(int recorded, String summary, Stream<String> quotes, Stream<String> withdrawn) {
        var names = withdrawn.toList();
        var lines = Stream.of(
                        Stream.of(recorded == 0 ? "本周未收到平台及其分支机构披露的信息。" : summary),
                        quotes,
                        names.isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of("本周撤回披露的信息" + names.size() + "次：" + String.join("；", names) + "。"))
                .flatMap(Function.identity());
        return Passage.work(40, "WORK_DISCLOSURE", "平台（分支机构）信息披露", lines.collect(Collectors.joining("\n")));
    }

    private static String kinds(List<DisclosureBrief> disclosures) {
        if (disclosures.size() == 1) {
            return "";
        }
        return disclosures.stream()
                .collect(Collectors.groupingBy(DisclosureBrief::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getKey().zh() + kind.getValue() + "次")
                .collect(Collectors.joining("、", "，其中", ""));
    }

    private static Stream<String> named(
            Map<String, DisclosuresOfWeek> counted,
            Function<DisclosuresOfWeek, List<DisclosureBrief>> which,
            Function<DisclosureBrief, String> words) {
        return counted.entrySet().stream()
                .flatMap(platform -> which.apply(platform.getValue()).stream()
                        .map(disclosure -> "“" + platform.getKey() + "”：" + words.apply(disclosure)));
    }

    private static String quote(DisclosureBrief disclosure) {
        return "%s：“%s”".formatted(name(disclosure), disclosure.summary().replace('\n', ' '));
    }

    private static String name(DisclosureBrief disclosure) {
        return "%s，%s（%s）"
                .formatted(
                        Phrases.shortDay(disclosure.disclosedOn()),
                        disclosure.source(),
                        disclosure.kind().zh());
    }

    @Override
    public List<ReportTable> tables(PlatformWeek week) {
        var rows =
                List.of(ReportTable.row(DISCLOSURES.zh() + "（次）", week.figures().count(DISCLOSURES)));
        return List.of(ReportTable.of(50, "平台（分支机构）信息披露", "项目", rows, ""));
    }

    @Override
    public List<ReportTable> tables(DigestWeek week) {
        return List.of(ReportTable.platforms(
                80,
                "各平台" + DISCLOSURES.zh() + "（次）",
                week,
                figures -> figures.count(DISCLOSURES),
                week.sum().count(DISCLOSURES),
                ""));
    }
}
