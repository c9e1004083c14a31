package io.redress.registration.investor;

import io.redress.identity.PersonName;
import io.redress.privacy.BlindIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Edge n-grams of a name: the beginnings of the name, of its pinyin and of its initials. Lengths are in code points.
 * Case and blanks do not matter.
 */
final class NameTerms {

    /** Of each text the beginnings up to this length are terms, and the whole text. Companies have long names. */
    static final int LONGEST_BEGINNING = 32;

    private static final int ASCII_END = 128;

    private NameTerms() {}

    /** A text to look up, as an index of this kind. */
    record Term(BlindIndex kind, String text) {

        long token() {
            return kind.token(text);
        }

        @Override
        public String toString() {
            return "Term[" + kind + "]";
        }
    }

    /** All terms of a name; the value is true for the whole of a text. */
    static Map<Term, Boolean> of(String name) {
        var terms = new HashMap<Term, Boolean>();
        for (var kind : List.of(BlindIndex.NAME, BlindIndex.LATIN_NAME)) {
            texts(kind, name)
                    .forEach(text -> beginnings(text)
                            .filter(beginning -> kindOf(beginning) == kind)
                            .forEach(beginning -> terms.merge(
                                    new Term(kind, beginning), beginning.equals(text), Boolean::logicalOr)));
        }
        return terms;
    }

    private static Stream<String> beginnings(String text) {
        var length = text.codePointCount(0, text.length());
        var beginnings = IntStream.rangeClosed(1, Math.min(length, LONGEST_BEGINNING))
                .mapToObj(end -> text.substring(0, text.offsetByCodePoints(0, end)));
        return length > LONGEST_BEGINNING ? Stream.concat(beginnings, Stream.of(text)) : beginnings;
    }

    /** The texts of a name by whose beginnings it is found; those that look alike are one. */
    private static Stream<String> texts(BlindIndex kind, String name) {
        var folded = fold(name);
        return kind == BlindIndex.NAME
                ? Stream.of(folded)
                : Stream.of(folded, PersonName.pinyin(name), PersonName.initials(name))
                        .distinct();
    }

    private static BlindIndex kindOf(String text) {
        return text.chars().allMatch(c -> c < ASCII_END) ? BlindIndex.LATIN_NAME : BlindIndex.NAME;
    }

    private static String fold(String text) {
        return text.codePoints()
                .filter(c -> c != ' ')
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The beginning of a name, as a user types it. */
    record Sought(BlindIndex kind, String text) {

        static Sought of(String typed) {
            var text = fold(PersonName.normalise(typed));
            return new Sought(kindOf(text), text);
        }

        /** Whoever has one of these may be meant. */
        List<Term> terms() {
            return beginnings(text)
                    .skip(Math.min(text.codePointCount(0, text.length()), LONGEST_BEGINNING) - 1)
                    .map(beginning -> new Term(kind, beginning))
                    .toList();
        }

        boolean isMeant(String name) {
            return texts(kind, name).anyMatch(own -> own.startsWith(text));
        }

        boolean isWhole(String name) {
            return texts(kind, name).anyMatch(text::equals);
        }

        @Override
        public String toString() {
            return "Sought[" + kind + "]";
        }
    }
}
