package io.redress.identity;

import com.github.houbb.pinyin.util.PinyinHelper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pinyin of Chinese characters, alone and in phrases (长 is cháng in 长春), from the dictionary of {@code
 * com.github.houbb:pinyin}. The library's own tables take 36 MiB and cover only the basic plane. This class takes 5
 * MiB, since most phrases are read like their characters, and there are only about four hundred syllables.
 */
public final class Pinyin {

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{IsLatin}\\p{N}]+");
    private static final Pattern COMBINING = Pattern.compile("\\p{M}+");

    private static final Pinyin DICTIONARY = new Pinyin();

    /** End of the planes that contain ideographs. */
    private static final int PLANES_END = 0x40000;

    /** By code point. */
    private final String[] characters = new String[PLANES_END];

    /** An empty list means that the phrase is read like its characters. */
    private final Map<String, List<String>> phrases = new HashMap<>();

    private int longestPhrase;

    private Pinyin() {
        var syllables = new HashMap<String, String>();
        readLines(
                "pinyin_dict_char.txt",
                (character, readings) -> characters[character.codePointAt(0)] =
                        syllables.computeIfAbsent(readings.split(",")[0], Pinyin::plain));
        readLines("pinyin_dict_phrase.txt", (phrase, reading) -> {
            var read = Arrays.stream(reading.split(" "))
                    .map(syllable -> syllables.computeIfAbsent(syllable, Pinyin::plain))
                    .toList();
            phrases.put(phrase, read.equals(charByChar(phrase)) ? List.of() : read);
            longestPhrase = Math.max(longestPhrase, phrase.length());
        });
    }

    /** The syllables of ideographs, longest phrases first. Omits characters without a known reading. */
    static List<String> of(String ideographs) {
        return DICTIONARY.read(ideographs);
    }

    /**
     * What people type to find a place or a company: the pinyin of its name and, after a blank, the initials. 太平街道 →
     * "taipingjiedao tpjd". Latin letters and digits stay. Names of persons are read by {@link PersonName}.
     */
    public static String forFinding(String name) {
        var syllables = RUN.matcher(name)
                .results()
                .map(MatchResult::group)
                .flatMap(run -> Character.isIdeographic(run.codePointAt(0))
                        ? of(run).stream()
                        : Stream.of(run.toLowerCase(Locale.ROOT)))
                .toList();
        var initials =
                syllables.stream().map(syllable -> syllable.substring(0, 1)).collect(Collectors.joining());
        return String.join("", syllables) + " " + initials;
    }

    /** Lower case without tones; ü becomes v. */
    static String plain(String syllable) {
        var decomposed = Normalizer.normalize(syllable.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return COMBINING.matcher(decomposed.replace("u\u0308", "v")).replaceAll("");
    }

    private List<String> read(String ideographs) {
        var read = new ArrayList<String>();
        for (var at = 0; at < ideographs.length(); ) {
            var piece = pieceAt(ideographs, at);
            var asPhrase = phrases.getOrDefault(piece, List.of());
            read.addAll(asPhrase.isEmpty() ? charByChar(piece) : asPhrase);
            at += piece.length();
        }
        return read;
    }

    private String pieceAt(String ideographs, int at) {
        for (var end = Math.min(ideographs.length(), at + longestPhrase); end > at; end--) {
            var phrase = ideographs.substring(at, end);
            if (phrases.containsKey(phrase)) {
                return phrase;
            }
        }
        return Character.toString(ideographs.codePointAt(at));
    }

    private List<String> charByChar(String ideographs) {
        return ideographs
                .codePoints()
                .filter(character -> character < PLANES_END)
                .mapToObj(character -> characters[character])
                .filter(Objects::nonNull)
                .toList();
    }

    private static void readLines(String name, BiConsumer<String, String> entry) {
        try (var lines = new BufferedReader(
                new InputStreamReader(PinyinHelper.class.getResourceAsStream("/" + name), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var colon = line.indexOf(':');
                entry.accept(line.substring(0, colon), line.substring(colon + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
