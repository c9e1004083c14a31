package io.redress.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the area of an address as people say it: 湘桥区南春街道振德街社区12号. The names of the levels stand in order; an
 * abolished name leads to its successor, and a village name alone is enough where only one village bears it.
 */
@ApplicationScoped
public class Addresses {

    private static final List<String> ENDINGS =
            List.of("社区居民委员会", "居民委员会", "村民委员会", "社区", "街道", "村委会", "居委会", "镇", "村");

    /**
     * An address understood.
     *
     * @param area where it is today
     * @param spoken the area as it was named, abolished or not
     */
    public record Resolved(Area area, Area spoken) {

        public boolean isSucceeded() {
            return !area.code.equals(spoken.code);
        }
    }

    /** The deepest area the text names, or nothing when it names none or cannot be told apart. */
    public Optional<Resolved> resolve(String text) {
        List<Area> towns = Area.list("level", AreaLevel.TOWN);
        List<Area> villages = Area.list("level", AreaLevel.VILLAGE);
        var town = onlyOne(longestNamed(towns, text));
        var candidates = new ArrayList<>(longestNamed(villages, text));
        town.ifPresent(named -> candidates.removeIf(
                village -> !village.parentCode.equals(named.code) && !village.parentCode.equals(named.current().code)));
        var village = onlyOne(candidates);
        return village.or(() -> town).map(spoken -> new Resolved(spoken.current(), spoken));
    }

    /** Old and new rows of one place are one place; two different places are none. */
    private static Optional<Area> onlyOne(List<Area> named) {
        var places = named.stream().map(area -> area.current().code).distinct().toList();
        if (places.size() != 1) {
            return Optional.empty();
        }
        return named.stream().min(Comparator.comparing(area -> area.isAbolished() ? 1 : 0));
    }

    private static List<Area> longestNamed(List<Area> areas, String text) {
        var longest = 0;
        var named = new ArrayList<Area>();
        for (var area : areas) {
            var length = lengthNamed(area.name, text);
            if (length > longest) {
                named.clear();
                longest = length;
            }
            if (length > 0 && length == longest) {
                named.add(area);
            }
        }
        return named;
    }

    private static int lengthNamed(String name, String text) {
        if (text.contains(name)) {
            return name.length();
        }
        for (var ending : ENDINGS) {
            if (name.endsWith(ending)) {
                var stem = name.substring(0, name.length() - ending.length());
                for (var spoken : List.of("社区", "街道", "镇", "村", "居委会", "村委会", "")) {
                    var form = stem + spoken;
                    if (form.length() >= 2 && !stem.isEmpty() && text.contains(form)) {
                        return form.length();
                    }
                }
            }
        }
        return 0;
    }
}
