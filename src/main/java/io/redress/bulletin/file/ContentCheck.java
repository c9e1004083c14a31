package io.redress.bulletin.file;

import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinAction;
import io.redress.bulletin.model.BulletinContents;
import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinContent.Section;
import io.redress.bulletin.print.BulletinContent.Table;
import io.redress.report.WeekReader;
import io.redress.tally.ReportingWeek;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Checks the content of an issued bulletin against its record, against the closing of its week, and for balanced
 * tables.
 */
public record ContentCheck(BulletinContent content, Bulletin bulletin) {

    /** Whether lists and pages show what was signed. */
    boolean isOfRecord() {
        // A row deleted from the middle of the list leaves a null.
        if (bulletin.sections.contains(null) || bulletin.steps.contains(null)) {
            return false;
        }
        var week = ReportingWeek.ofId(bulletin.weekId).orElseThrow();
        return Objects.equals(content.number(), bulletin.number)
                && Objects.equals(content.year(), bulletin.year)
                && Objects.equals(content.issuedOn(), bulletin.issuedOn)
                && Objects.equals(content.weekStartsOn(), week.startsOn)
                && Objects.equals(content.weekEndsOn(), week.endsOn)
                && Objects.equals(content.weekEndsOn(), bulletin.weekEndsOn)
                && Objects.equals(content.title(), bulletin.title)
                && Objects.equals(content.corrects(), BulletinContents.corrects(bulletin))
                && words(content.sections()).equals(words(BulletinContents.sections(bulletin)))
                && isTakenBy(BulletinAction.SUBMITTED, content.draftedBy())
                && isTakenBy(BulletinAction.REVIEWED, content.reviewedBy())
                && isTakenBy(BulletinAction.ISSUED, content.signedBy());
    }

    /** Bulletins of the first versions were neither submitted nor reviewed, and their sections had no levels. */
    private boolean isTakenBy(BulletinAction action, String name) {
        var by = BulletinContents.whoTook(bulletin, action);
        return by == null ? content.reviewedBy() == null : by.equals(name);
    }

    private static List<List<String>> words(List<Section> sections) {
        return sections.stream()
                .map(section -> Arrays.asList(section.heading(), section.body()))
                .toList();
    }

    boolean hasFiguresOf(WeekReader weeks) {
        var week = ReportingWeek.ofId(bulletin.weekId).orElseThrow();
        return content.figures().equals(weeks.figures(bulletin.platformId, week));
    }

    boolean balances() {
        return content.tables().stream().allMatch(ContentCheck::balances);
    }

    /** A row is a label, then opening, added, removed, optionally moved, and closing. */
    static boolean balances(Table table) {
        try {
            return table.rows().stream().allMatch(ContentCheck::balances);
        } catch (NumberFormatException | NullPointerException | IndexOutOfBoundsException e) {
            // a forged table may contain anything
            return false;
        }
    }

    private static boolean balances(List<String> row) {
        var figures = row.stream().skip(1).map(BigDecimal::new).toList();
        var last = figures.size() - 1;
        var sum = figures.get(0).add(figures.get(1)).subtract(figures.get(2));
        for (var moved = 3; moved < last; moved++) {
            sum = sum.add(figures.get(moved));
        }
        return sum.compareTo(figures.get(last)) == 0;
    }
}
