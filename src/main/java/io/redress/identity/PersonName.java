package io.redress.identity;

import io.redress.common.text.CleanText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Normalises names of persons, and derives the pinyin by which a clerk finds them. Lengths are in code points: 𠮷 is one
 * character of a name, but two {@code char} in Java.
 */
public final class PersonName {

    /** All dots that people use in 阿卜杜拉·买买提; the official one is U+00B7. */
    private static final Pattern MIDDLE_DOTS = Pattern.compile(" ?[·•・‧∙⋅･] ?");

    /** People type a full stop where the keyboard has no middle dot. */
    private static final Pattern FULL_STOP_FOR_DOT = Pattern.compile("(\\p{IsHan})[.．](?=\\p{IsHan})");

    /** A printed list may stretch 张三 to 张 三, as wide as three characters. No look-behind, because it misses 𠮷. */
    private static final Pattern BLANK_BETWEEN_IDEOGRAPHS = Pattern.compile("(\\p{IsHan}) (?=\\p{IsHan})");

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{IsLatin}\\p{M}'’]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’]");
    private static final Predicate<String> IS_SYLLABLE =
            Pattern.compile("[a-z]+").asMatchPredicate();

    private PersonName() {}

    /** {@link CleanText#oneLine} with a uniform middle dot; keeps the case of Latin letters. */
    public static String normalise(String name) {
        var dotted = MIDDLE_DOTS.matcher(CleanText.oneLine(name)).replaceAll("·");
        var unstopped = FULL_STOP_FOR_DOT.matcher(dotted).replaceAll("$1·");
        return BLANK_BETWEEN_IDEOGRAPHS.matcher(unstopped).replaceAll("$1");
    }

    /** 张三 → zhangsan; ü becomes v, as on a keyboard. Omits characters without a known reading. */
    public static String pinyin(String name) {
        return String.join("", syllables(name));
    }

    /** 张三 → zs. Omits characters without a known reading. */
    public static String initials(String name) {
        return syllables(name).stream()
                .map(syllable -> syllable.substring(0, 1))
                .collect(Collectors.joining());
    }

    private static List<String> syllables(String name) {
        var normalised = normalise(name);
        var syllables = new ArrayList<String>();
        var given = Surnames.startOf(normalised)
                .map(reading -> {
                    syllables.addAll(Arrays.asList(reading.syllables().split(",")));
                    return normalised.substring(reading.surname().length());
                })
                .orElse(normalised);
        RUN.matcher(given)
                .results()
                .map(MatchResult::group)
                .map(PersonName::read)
                .forEach(syllables::addAll);
        return List.copyOf(syllables);
    }

    private static List<String> read(String run) {
        if (Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN) {
            return Pinyin.of(run);
        }
        var latin = Pinyin.plain(APOSTROPHES.matcher(run).replaceAll(""));
        return IS_SYLLABLE.test(latin) ? List.of(latin) : List.of();
    }
}
