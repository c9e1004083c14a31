package io.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Our pinyin table is smaller than the library's and gives the same results. */
class ReadingsTest {

    private static final List<String> CHARACTERS = keys("/pinyin_dict_char.txt");
    private static final List<String> PHRASES = keys("/pinyin_dict_phrase.txt");

    private static List<String> keys(String dictionary) {
        try (var stream = PinyinHelper.class.getResourceAsStream(dictionary)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.substring(0, line.indexOf(':')))
                    .filter(key -> key.codePoints().allMatch(Character::isIdeographic))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> byTheLibrary(String text) {
        return List.of(PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL, "|")
                .replace('ü', 'v')
                .split("\\|"));
    }

    private static boolean isOfTheBasicPlane(String text) {
        return text.codePoints().allMatch(Character::isBmpCodePoint);
    }

    @Test
    void every_character_and_phrase_has_the_pinyin_of_the_library() {
        assertThat(CHARACTERS)
                .hasSizeGreaterThan(40_000)
                .filteredOn(ReadingsTest::isOfTheBasicPlane)
                .allSatisfy(one -> assertThat(Pinyin.of(one)).as(one).isEqualTo(byTheLibrary(one)));
        assertThat(PHRASES)
                .hasSizeGreaterThan(40_000)
                .allSatisfy(one -> assertThat(Pinyin.of(one)).as(one).isEqualTo(byTheLibrary(one)));
    }

    @Test
    void random_combinations_have_the_pinyin_of_the_library() {
        var random = new Random(20_200_520);
        for (var i = 0; i < 20_000; i++) {
            var text = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(part -> random.nextBoolean() ? PHRASES : CHARACTERS.subList(0, 26_000))
                    .map(words -> words.get(random.nextInt(words.size())))
                    .map(word -> word.substring(random.nextInt(word.length())))
                    .collect(Collectors.joining());
            assertThat(Pinyin.of(text)).as(text).isEqualTo(byTheLibrary(text));
        }
    }

    @Test
    void characters_beyond_the_basic_plane_have_pinyin() {
        assertThat(CHARACTERS)
                .filteredOn(one -> !isOfTheBasicPlane(one))
                .hasSizeGreaterThan(10_000)
                .allSatisfy(one -> assertThat(Pinyin.of(one)).as(one).hasSize(1));
        assertThat(Pinyin.of("𠮷田")).containsExactly("tian");
    }
}
