package io.redress.disclosure;

import java.util.List;

/**
 * The disclosures of a platform that the tally has counted in one week, each list by the day of disclosure.
 *
 * @param recorded in the week, also what was withdrawn since: the week's 本期新增
 * @param standing of those, the ones that had not been withdrawn by the cut-off
 * @param withdrawn in the week, whenever they were recorded: the week's 本期核减
 */
public record DisclosuresOfWeek(
        List<DisclosureBrief> recorded, List<DisclosureBrief> standing, List<DisclosureBrief> withdrawn) {

    static DisclosuresOfWeek of(List<Disclosure> recorded, List<Disclosure> withdrawn) {
        var gone = withdrawn.stream().map(disclosure -> disclosure.id).toList();
        return new DisclosuresOfWeek(
                briefs(recorded),
                briefs(recorded.stream()
                        .filter(disclosure -> !gone.contains(disclosure.id))
                        .toList()),
                briefs(withdrawn));
    }

    private static List<DisclosureBrief> briefs(List<Disclosure> disclosures) {
        return disclosures.stream().map(DisclosureBrief::of).toList();
    }
}
