package io.redress.registration.investor;

import io.redress.area.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds investors by the beginning of their name, or of its pinyin or initials. */
@ApplicationScoped
public class NameSearch {

    private final UnindexedNames unindexed;

    NameSearch(UnindexedNames unindexed) {
        this.unindexed = unindexed;
    }

    /**
     * Records in the viewer's areas, and merged records, whose person may live there. Those whose whole name, pinyin or
     * initials are given come first, then the latest.
     */
    public List<Investor> called(String typed, AreaScope scope, int limit) {
        var sought = NameTerms.Sought.of(typed);
        if (sought.text().isEmpty()) {
            return List.of();
        }
        var found = indexed(sought, scope, limit);
        if (unindexed.isAny()) {
            unindexed.called(sought, scope, limit).stream()
                    .filter(investor -> sought.isMeant(investor.name()) && !found.contains(investor))
                    .forEach(found::add);
            var wholeFirst = Comparator.comparing((Investor investor) -> sought.isWhole(investor.name()));
            found.sort(wholeFirst.thenComparing(investor -> investor.id).reversed());
        }
        return found.subList(0, Math.min(found.size(), limit));
    }

    /**
     * The token of one text may be that of another, and that of a long beginning says nothing about the rest: the name
     * decides.
     */
    private static List<Investor> indexed(NameTerms.Sought sought, AreaScope scope, int limit) {
        var tokens =
                sought.terms().stream().map(NameTerms.Term::token).distinct().toList();
        var found = new ArrayList<Investor>();
        for (var page = 0; found.size() < limit; page++) {
            var candidates = NameToken.find(tokens, scope, page, limit);
            candidates.stream()
                    .filter(candidate -> sought.isMeant(candidate.name()) && !found.contains(candidate))
                    .forEach(found::add);
            if (candidates.size() < limit) {
                break;
            }
        }
        return found;
    }
}
