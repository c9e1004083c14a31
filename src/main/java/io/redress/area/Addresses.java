package io.redress.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the area of an address in everyday form: 南春街道振德街社区12号. The name of an abolished area leads to its successor.
 * The name of a village suffices if only one village has it. The service never guesses between two places: the clerk
 * chooses.
 */
@ApplicationScoped
public class Addresses {

    /** If one of these follows, the name belongs to a road or an estate, not to a town or village: 太平路, 花园新村. */
    private static final String NOT_AN_AREA = "路街巷道里桥园新城苑市县省";

    private static final Pattern TOWN_ENDING = Pattern.compile("(街道|镇)$");
    private static final Pattern VILLAGE_ENDING = Pattern.compile("(社区居民委员会|社区居委会|居民委员会|居委会|村民委员会|村民委会|村委会|社区)$");
    private static final List<String> SPOKEN_VILLAGE = List.of("社区", "村", "居委", "居民委员会");

    private final County county;

    Addresses(County county) {
        this.county = county;
    }

    /**
     * The area of an address.
     *
     * @param area the present area
     * @param spoken the area that the address names, abolished or not
     */
    public record Resolved(Area area, Area spoken) {

        public boolean isSucceeded() {
            return !area.code.equals(spoken.code);
        }
    }

    /** The most precise area in the text; empty if it names none or is ambiguous. */
    public Optional<Resolved> resolve(String text) {
        var address = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var patterns = county.patterns();
        if (patterns.isElsewhere(address)) {
            return Area.ofCode(Area.OUTSIDE).map(outside -> new Resolved(outside, outside));
        }
        var local = patterns.withoutCounty(address);
        var towns = best(inCounty(AreaLevel.TOWN), area -> lengthOfTown(area, local));
        var town = onlyOne(towns);
        var villages = villagesIn(towns, town, local, afterTown(town, local));
        return onlyOne(villages).or(() -> town).map(spoken -> new Resolved(spoken.current(), spoken));
    }

    /** If the text names a town, its own villages come before those of its successor; otherwise all villages count. */
    private List<Area> villagesIn(List<Area> towns, Optional<Area> town, String local, String afterTown) {
        var all = inCounty(AreaLevel.VILLAGE);
        if (town.isEmpty()) {
            return towns.isEmpty() ? best(all, village -> lengthOfVillage(village, local)) : List.of();
        }
        var current = town.get().current().code;
        return Stream.of(town.get().code, current)
                .map(code -> all.stream()
                        .filter(village -> village.parentCode.equals(code))
                        .toList())
                .map(villages -> best(villages, village -> lengthOfVillage(village, afterTown)))
                .filter(villages -> !villages.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Area> inCounty(AreaLevel level) {
        return Area.list("level = ?1 and code like ?2", level, county.prefix() + "%");
    }

    /** Several rows count as one place if they have the same present area; different places are ambiguous. */
    private static Optional<Area> onlyOne(List<Area> named) {
        var places = named.stream().map(area -> area.current().code).distinct().count();
        return places == 1 ? named.stream().min(Comparator.comparing(Area::isAbolished)) : Optional.empty();
    }

    private static List<Area> best(List<Area> areas, ToIntFunction<Area> length) {
        var longest = 1;
        var best = new ArrayList<Area>();
        for (var area : areas) {
            var named = length.applyAsInt(area);
            if (named > longest) {
                best.clear();
                longest = named;
            }
            if (named == longest) {
                best.add(area);
            }
        }
        return best;
    }

    /** 意溪镇 counts anywhere, 意溪 only at the beginning. The name of the county alone is no town, and 开发区 is ambiguous. */
    private int lengthOfTown(Area town, String local) {
        var name = county.patterns().withoutCity(town.name);
        var stem = TOWN_ENDING.matcher(name).replaceFirst("");
        if (stem.equals(name)) {
            return local.startsWith(name) ? name.length() : 0;
        }
        if (local.contains(name)) {
            return name.length();
        }
        return !county.patterns().isCounty(stem) && isNamedFirst(stem, local) ? stem.length() : 0;
    }

    private String afterTown(Optional<Area> town, String local) {
        if (town.isEmpty()) {
            return local;
        }
        var name = county.patterns().withoutCity(town.get().name);
        var full = local.indexOf(name);
        var stem = TOWN_ENDING.matcher(name).replaceFirst("");
        return full >= 0 ? local.substring(full + name.length()) : local.substring(stem.length());
    }

    /** 开元社区 counts anywhere, 寨内 only at the beginning and if it cannot be a road. */
    private static int lengthOfVillage(Area village, String local) {
        var stem = VILLAGE_ENDING.matcher(village.name).replaceFirst("");
        for (var ending : SPOKEN_VILLAGE) {
            if (local.contains(stem + ending)) {
                return stem.length() + ending.length();
            }
        }
        var isRoad = "路街巷".indexOf(stem.charAt(stem.length() - 1)) >= 0;
        return !isRoad && isNamedFirst(stem, local) ? stem.length() : 0;
    }

    private static boolean isNamedFirst(String stem, String local) {
        return local.startsWith(stem)
                && (local.length() == stem.length() || NOT_AN_AREA.indexOf(local.charAt(stem.length())) < 0);
    }
}
