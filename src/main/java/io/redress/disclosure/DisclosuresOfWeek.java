package io.redress.disclosure;

import java.util.List;

/**
 * The disclosures of a platform that the tally counted in one week, each list by day of disclosure.
 *
 * @param recorded recorded in the week, even if withdrawn since: 本期新增
 * @param standing those of them that were not withdrawn before the cut-off
 * @param withdrawn withdrawn in the week, whenever they were recorded: 本期核减
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
