package io.redress.bulletin.model;

import io.quarkus.arc.All;
import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.bulletin.print.BulletinContent.Trend;
import io.redress.common.text.Numerals;
import io.redress.common.time.Clocks;
import io.redress.report.DigestWeek;
import io.redress.report.Passage;
import io.redress.report.Passage.Chapter;
import io.redress.report.Phrases;
import io.redress.report.ReportPart;
import io.redress.report.ReportTable;
import io.redress.report.WeekReader;
import io.redress.tally.ReportingWeek;
import io.redress.tally.WeekFigure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The reports of all features about a closed week, in the form of a bulletin: with headings, numbered sections and
 * tables. A week with nothing new has the same headings as any other (零报告).
 */
@ApplicationScoped
public class ReportedWeek {

    private static final String NOTHING_NEW = "本周无新增情况。";
    private static final String NEXT = "继续做好受理登记、核实和回访工作，督促分支机构与总部保持联系、及时披露进展、回应投资人关切。";

    /** This work is done outside the service; the officer writes about it. */
    private static final Passage OUTREACH = Passage.work(60, "WORK_OUTREACH", "宣传排查", NOTHING_NEW);

    private final WeekReader reader;
    private final List<ReportPart> parts;

    ReportedWeek(WeekReader reader, @All List<ReportPart> parts) {
        this.reader = reader;
        this.parts = parts;
    }

    /** Tables and the figures behind them. */
    record Tables(List<Table> tables, List<WeekFigure> figures) {}

    /**
     * The text that the service proposes for a week. It is the same at any time, as everything in it is as of the
     * cut-off.
     *
     * @param platformId null for the digest
     */
    public List<BulletinSection> sections(UUID platformId, ReportingWeek week) {
        if (platformId == null) {
            var digest = reader.digest(week);
            return sections(week, passages(part -> part.passages(digest)), stages(digest));
        }
        var one = reader.of(platformId, week);
        return sections(
                week,
                passages(part -> part.passages(one)),
                "案件目前处于" + one.platform().stage.zh() + "阶段。");
    }

    private List<Passage> passages(Function<ReportPart, List<Passage>> of) {
        return Stream.concat(parts.stream().flatMap(part -> of.apply(part).stream()), Stream.of(OUTREACH))
                .sorted(Comparator.comparingInt(Passage::order))
                .toList();
    }

    private static List<BulletinSection> sections(ReportingWeek week, List<Passage> passages, String stages) {
        var asOf = "截至" + Phrases.day(Clocks.dateOf(week.cutOffAt.minusMillis(1))) + "，";
        var risks = text(passages, Chapter.RISKS);
        var sections = new ArrayList<BulletinSection>();
        sections.add(BulletinSection.proposed("BASICS", "一、基本情况", asOf + text(passages, Chapter.BASICS) + stages));
        sections.add(BulletinSection.proposed("WORK", "二、本周工作开展情况", ""));
        var work = passages.stream()
                .filter(passage -> passage.chapter() == Chapter.WORK)
                .toList();
        for (var i = 0; i < work.size(); i++) {
            var passage = work.get(i);
            sections.add(BulletinSection.proposed(
                    passage.key(), "（" + Numerals.of(i + 1) + "）" + passage.heading(), passage.text()));
        }
        sections.add(BulletinSection.proposed("RISKS", "三、存在的问题和风险研判", risks.isEmpty() ? NOTHING_NEW : risks));
        sections.add(BulletinSection.proposed("NEXT", "四、下周工作安排", NEXT));
        return sections;
    }

    private static String text(List<Passage> passages, Chapter chapter) {
        return passages.stream()
                .filter(passage -> passage.chapter() == chapter)
                .map(Passage::text)
                .collect(Collectors.joining());
    }

    private static String stages(DigestWeek digest) {
        return digest.platforms().isEmpty()
                ? ""
                : digest.platforms().stream()
                        .map(each -> "“" + each.platform().name + "”处于"
                                + each.platform().stage.zh() + "阶段")
                        .collect(Collectors.joining("，", "", "。"));
    }

    /** @param platformId null for the digest */
    Tables tables(UUID platformId, ReportingWeek week) {
        if (platformId == null) {
            var digest = reader.digest(week);
            return new Tables(tables(part -> part.tables(digest)), digest.weekFigures());
        }
        var one = reader.of(platformId, week);
        return new Tables(tables(part -> part.tables(one)), one.weekFigures());
    }

    private List<Table> tables(Function<ReportPart, List<ReportTable>> of) {
        var tables = parts.stream()
                .flatMap(part -> of.apply(part).stream())
                .sorted(Comparator.comparingInt(ReportTable::order))
                .toList();
        return IntStream.range(0, tables.size())
                .mapToObj(i -> numbered(i + 1, tables.get(i)))
                .toList();
    }

    private static Table numbered(int number, ReportTable table) {
        return new Table("表" + number + " " + table.title(), table.columns(), table.rows(), table.note());
    }

    /** @param platformId null for all platforms together */
    Trend trend(UUID platformId, ReportingWeek week) {
        var measures = parts.stream()
                .flatMap(part -> part.trend().stream())
                .findFirst()
                .orElseThrow();
        var points = reader.trend(platformId, week, measures).stream()
                .map(point -> new Trend.Point(point.weekEndsOn(), point.added(), point.closing(), point.amount()))
                .toList();
        return new Trend("近" + points.size() + "周" + measures.title(), points);
    }
}
