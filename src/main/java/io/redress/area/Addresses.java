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
 * Finds the area of an address as people say it: 湘桥区南春街道振德街社区12号. An abolished name leads to its successor, a
 * village name alone is enough where only one village bears it, and what could be two places is not guessed: the clerk
 * chooses then.
 */
@ApplicationScoped
public class Addresses {

    /** How our own addresses may begin; what is left names town and village. */
    private static final Pattern OUR_COUNTY = Pattern.compile("^(中国)?(广东省?)?(潮州市?)?(湘桥区)?");

    /** Another province, another city with a part of it, or one of our city's other counties. */
    private static final Pattern ELSEWHERE = Pattern.compile("^(区外"
            + "|(?!(中国)?广东)\\p{IsHan}{2,6}?(省(?!道)|自治区|特别行政区)"
            + "|(北京|上海|天津|重庆)市"
            + "|(广东省?+)?+(?!潮州|广东)\\p{IsHan}{2,4}市(?![场民])\\p{IsHan}{1,5}?((?<![小社园片校厂])区|县|市|镇|街道)"
            + "|(广东省?)?(潮州市?)?(潮安[区县]|饶平县|枫溪区))");

    /** After one of these a name is that of a road or an estate, not of the town or village: 太平路, 花园新村. */
    private static final String NOT_AN_AREA = "路街巷道里桥园新城苑市县省";

    private static final Pattern TOWN_ENDING = Pattern.compile("(街道|镇)$");
    private static final Pattern VILLAGE_ENDING = Pattern.compile("(社区居民委员会|居民委员会|村民委员会|村民委会|村委会|社区)$");
    private static final List<String> SPOKEN_VILLAGE = List.of("社区", "村", "居委", "居民委员会");

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
        var address = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (ELSEWHERE.matcher(address).find()) {
            return Area.ofCode(Area.OUTSIDE).map(outside -> new Resolved(outside, outside));
        }
        var local = OUR_COUNTY.matcher(address).replaceFirst("");
        var towns = best(Area.list("level", AreaLevel.TOWN), area -> lengthOfTown(area, local));
        var town = onlyOne(towns);
        var villages = villagesIn(towns, town, local, afterTown(town, local));
        return onlyOne(villages).or(() -> town).map(spoken -> new Resolved(spoken.current(), spoken));
    }

    /** With a town named, its own villages before those of its successor; without one, all. */
    private static List<Area> villagesIn(List<Area> towns, Optional<Area> town, String local, String afterTown) {
        List<Area> all = Area.list("level", AreaLevel.VILLAGE);
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

    /** Old and new rows of one place are one place; two different places are none. */
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

    /** 意溪镇 anywhere; 意溪 at the beginning. 湘桥 alone is the county, and 开发区 may be anybody's. */
    private static int lengthOfTown(Area town, String local) {
        var name = town.name.replaceFirst("^潮州市", "");
        var stem = TOWN_ENDING.matcher(name).replaceFirst("");
        if (stem.equals(name)) {
            return local.startsWith(name) ? name.length() : 0;
        }
        if (local.contains(name)) {
            return name.length();
        }
        return !stem.equals("湘桥") && isNamedFirst(stem, local) ? stem.length() : 0;
    }

    private static String afterTown(Optional<Area> town, String local) {
        if (town.isEmpty()) {
            return local;
        }
        var name = town.get().name.replaceFirst("^潮州市", "");
        var full = local.indexOf(name);
        var stem = TOWN_ENDING.matcher(name).replaceFirst("");
        return full >= 0 ? local.substring(full + name.length()) : local.substring(stem.length());
    }

    /** 开元社区 anywhere; 寨内 at the beginning, unless a road could be meant. */
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
