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
 * Names of people as they are kept, and the pinyin a clerk types to find them. Everything counts code points: 𠮷 is one
 * character of a name, though two of Java.
 */
public final class PersonName {

    /** Every dot people use in 阿卜杜拉·买买提; the state writes U+00B7. */
    private static final Pattern MIDDLE_DOTS = Pattern.compile(" ?[·•・‧∙⋅･] ?");

    /** What is typed for it where the keyboard has none. */
    private static final Pattern FULL_STOP_FOR_DOT = Pattern.compile("(\\p{IsHan})[.．](?=\\p{IsHan})");

    /** 张　三, stretched to stand level with three characters in a printed list, is 张三. No look-behind: it misses 𠮷. */
    private static final Pattern BLANK_BETWEEN_IDEOGRAPHS = Pattern.compile("(\\p{IsHan}) (?=\\p{IsHan})");

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{IsLatin}\\p{M}'’]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’]");
    private static final Predicate<String> IS_SYLLABLE =
            Pattern.compile("[a-z]+").asMatchPredicate();

    private PersonName() {}

    /** As {@link CleanText#oneLine}, and with the one middle dot. Latin case is left as it is. */
    public static String normalise(String name) {
        var dotted = MIDDLE_DOTS.matcher(CleanText.oneLine(name)).replaceAll("·");
        var unstopped = FULL_STOP_FOR_DOT.matcher(dotted).replaceAll("$1·");
        return BLANK_BETWEEN_IDEOGRAPHS.matcher(unstopped).replaceAll("$1");
    }

    /** 张三 is zhangsan; ü is v, as on a keyboard. A character without a known reading is left out. */
    public static String pinyin(String name) {
        return String.join("", syllables(name));
    }

    /** 张三 is zs. A character without a known reading is left out. */
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
