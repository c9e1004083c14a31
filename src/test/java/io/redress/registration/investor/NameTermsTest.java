package io.redress.registration.investor;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.identity.PersonName;
import io.redress.privacy.BlindIndex;
import io.redress.registration.investor.NameTerms.Sought;
import io.redress.registration.investor.NameTerms.Term;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameTermsTest {

    private static final List<String> LETTERS = List.of(
            "陈", "小", "明", "欧", "阳", "单", "𠮷", "㛃", "·", "阿", "（", "A", "z", "É", "ü", "İ", "ẞ", "'", " ", "7", "-");

    private static List<String> texts(String name, BlindIndex kind) {
        return NameTerms.of(name).entrySet().stream()
                .filter(term -> term.getKey().kind() == kind)
                .map(term -> term.getKey().text() + (term.getValue() ? "!" : ""))
                .sorted()
                .toList();
    }

    @Test
    void a_name_has_its_beginnings_and_those_of_its_pinyin_and_initials() {
        assertThat(texts("陈小明", BlindIndex.NAME)).containsExactly("陈", "陈小", "陈小明!");
        assertThat(texts("陈小明", BlindIndex.LATIN_NAME))
                .containsExactlyInAnyOrder(
                        "c",
                        "ch",
                        "che",
                        "chen",
                        "chenx",
                        "chenxi",
                        "chenxia",
                        "chenxiao",
                        "chenxiaom",
                        "chenxiaomi",
                        "chenxiaomin",
                        "chenxiaoming!",
                        "cx",
                        "cxm!");
    }

    @Test
    void a_name_of_one_character_is_whole_by_its_initial_too() {
        assertThat(texts("马", BlindIndex.NAME)).containsExactly("马!");
        assertThat(texts("马", BlindIndex.LATIN_NAME)).containsExactly("m!", "ma!");
    }

    @Test
    void a_latin_name_is_found_without_regard_to_case_and_blanks() {
        assertThat(texts("O'Neil Li", BlindIndex.NAME)).isEmpty();
        assertThat(texts("O'Neil Li", BlindIndex.LATIN_NAME)).contains("o'neilli!", "oneilli!", "ol!", "o'n");
        assertThat(Sought.of("o'neil LI").isMeant("O'Neil Li")).isTrue();
        assertThat(Sought.of("ONEIL").isMeant("O'Neil Li")).isTrue();
        assertThat(Sought.of("éa").isMeant("Éa")).isTrue();
    }

    @Test
    void beginnings_are_counted_in_characters_and_end_at_a_limit_but_for_the_whole() {
        assertThat(texts("𠮷田", BlindIndex.NAME)).containsExactly("𠮷", "𠮷田!");
        var longest = "阿".repeat(37);
        assertThat(texts(longest, BlindIndex.NAME))
                .hasSize(NameTerms.LONGEST_BEGINNING + 1)
                .contains(longest + "!")
                .doesNotContain("阿".repeat(33));
        assertThat(NameTerms.of("阿".repeat(100)).size()).isLessThanOrEqualTo(3 * (NameTerms.LONGEST_BEGINNING + 1));
    }

    /** For any name: whatever begins it, or its pinyin or initials, has one of its terms; and nothing else is meant. */
    @Test
    void whoever_types_a_beginning_asks_for_a_term_of_the_name() {
        var random = new SplittableRandom(40);
        for (var round = 0; round < 3_000; round++) {
            var name = PersonName.normalise(invented(random));
            var terms = NameTerms.of(name);
            for (var text : List.of(name, PersonName.pinyin(name), PersonName.initials(name))) {
                var length = text.codePointCount(0, text.length());
                for (var end = 1; end <= length; end++) {
                    var sought = Sought.of(text.substring(0, text.offsetByCodePoints(0, end)));
                    if (sought.text().isEmpty()) {
                        continue;
                    }
                    assertThat(sought.isMeant(name))
                            .as("%s by %s", name, sought.text())
                            .isTrue();
                    assertThat(terms.keySet())
                            .as("%s by %s", name, sought.text())
                            .containsAnyElementsOf(sought.terms());
                    assertThat(terms.entrySet().stream()
                                    .filter(Map.Entry::getValue)
                                    .map(Map.Entry::getKey)
                                    .anyMatch(sought.terms()::contains))
                            .as("%s by %s", name, sought.text())
                            .isEqualTo(sought.isWhole(name)
                                    || sought.text()
                                                            .codePointCount(
                                                                    0,
                                                                    sought.text()
                                                                            .length())
                                                    > NameTerms.LONGEST_BEGINNING
                                            && terms.getOrDefault(sought.terms().get(0), false));
                }
            }
            for (var term : terms.keySet()) {
                assertThat(new Sought(term.kind(), term.text()).isMeant(name)).isTrue();
            }
        }
    }

    private static String invented(SplittableRandom random) {
        return IntStream.range(0, 1 + random.nextInt(random.nextInt(10) == 0 ? 45 : 5))
                .mapToObj(i -> LETTERS.get(random.nextInt(LETTERS.size())))
                .collect(Collectors.joining());
    }

    @Test
    void another_name_is_not_meant() {
        assertThat(Sought.of("陈小").isMeant("陈大文")).isFalse();
        assertThat(Sought.of("cx").isMeant("陈大文")).isFalse();
        assertThat(Sought.of("chen").isMeant("陈大文")).isTrue();
        assertThat(Sought.of("chen").isWhole("陈")).isTrue();
        assertThat(new Term(BlindIndex.NAME, "a")).isNotEqualTo(new Term(BlindIndex.LATIN_NAME, "a"));
    }
}
