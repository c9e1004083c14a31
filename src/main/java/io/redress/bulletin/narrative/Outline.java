package io.redress.bulletin.narrative;

import io.redress.common.time.Clocks;
import io.redress.disclosure.DisclosureBrief;
import io.redress.tally.ReportingWeek;
import java.util.ArrayList;
import java.util.List;

/** The headings every bulletin has, that of a week with nothing new as well, and what all of them say alike. */
public final class Outline {

    /** Keys and headings of what was done; the text of each is written from the week. */
    private static final List<List<String>> WORK = List.of(
            List.of("WORK_REGISTRATION", "（一）投资人登记"),
            List.of("WORK_ATTENTION", "（二）重点关注人员"),
            List.of("WORK_RESPONSIBILITY", "（三）分片包干"),
            List.of("WORK_DISCLOSURE", "（四）平台（分支机构）信息披露"),
            List.of("WORK_POLICE", "（五）举报线索和移送公安"),
            List.of("WORK_OUTREACH", "（六）宣传排查"));

    private static final String NOTHING_NEW = "本周无新增情况。";
    static final String NOTHING_DISCLOSED = "本周未收到平台及其分支机构披露的信息。";

    private static final String NEXT = "继续做好受理登记、核实和回访工作，督促分支机构与总部保持联系、及时披露进展、回应投资人关切。";

    private Outline() {}

    /** @param work the words under each heading of what was done, in their order; a missing last one has nothing new */
    static List<BulletinSection> of(String basics, List<String> work, String risks) {
        var sections = new ArrayList<BulletinSection>();
        sections.add(BulletinSection.proposed("BASICS", "一、基本情况", basics));
        sections.add(BulletinSection.proposed("WORK", "二、本周工作开展情况", ""));
        for (var i = 0; i < WORK.size(); i++) {
            var words = i < work.size() ? work.get(i) : NOTHING_NEW;
            sections.add(
                    BulletinSection.proposed(WORK.get(i).get(0), WORK.get(i).get(1), words));
        }
        sections.add(BulletinSection.proposed("RISKS", "三、存在的问题和风险研判", risks));
        sections.add(BulletinSection.proposed("NEXT", "四、下周工作安排", NEXT));
        return sections;
    }

    static String asOf(ReportingWeek week) {
        return "截至" + Phrases.day(Clocks.dateOf(week.cutOffAt.minusMillis(1)));
    }

    static String quote(DisclosureBrief disclosure) {
        return "%s：“%s”".formatted(name(disclosure), disclosure.summary().replace('\n', ' '));
    }

    /** Which one it is, without what it says: so a withdrawn one is named, as it is not to be spread once more. */
    static String name(DisclosureBrief disclosure) {
        return "%s，%s（%s）"
                .formatted(
                        Phrases.shortDay(disclosure.disclosedOn()),
                        disclosure.source(),
                        disclosure.kind().words());
    }

    /** A line with those that were withdrawn in the week (表 信息披露 本期核减), or none. */
    static List<String> withdrawn(List<String> names) {
        return names.isEmpty() ? List.of() : List.of("本周撤回披露的信息" + names.size() + "次：" + String.join("；", names) + "。");
    }
}
