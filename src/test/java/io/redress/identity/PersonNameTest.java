package io.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names are invented or historical. */
class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "张三, zhangsan, zs",
        "欧阳修, ouyangxiu, oyx",
        "吕布, lvbu, lb",
        "李长春, lichangchun, lcc",
        "陈曾, chenceng, cc",
        "艾力·买买提, ailimaimaiti, almmt",
        "John Smith, johnsmith, js",
        "José O’Neil, joseoneil, jo",
        "陈John, chenjohn, cj"
    })
    void a_name_is_found_by_pinyin_and_by_initials(String name, String pinyin, String initials) {
        assertThat(PersonName.pinyin(name)).isEqualTo(pinyin);
        assertThat(PersonName.initials(name)).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({
        "单雄信, shanxiongxin",
        "單雄信, shanxiongxin",
        "曾国藩, zengguofan",
        "区大相, oudaxiang",
        "仇英, qiuying",
        "解缙, xiejin",
        "查慎行, zhashenxing",
        "翟让, zhairang",
        "任环, renhuan",
        "单于夫, chanyufu",
        "尉迟恭, yuchigong",
        "万俟卨, moqixie",
        "长孙无忌, zhangsunwuji"
    })
    void a_surname_has_its_surname_reading(String name, String pinyin) {
        assertThat(PersonName.pinyin(name)).isEqualTo(pinyin);
    }

    @Test
    void a_character_without_a_known_reading_is_omitted() {
        assertThat(PersonName.initials("𠮷田一")).isEqualTo("ty");
        assertThat(PersonName.pinyin("𠮷田一")).isEqualTo("tianyi");
        assertThat(PersonName.initials("李㛃")).startsWith("l");
        assertThat(PersonName.initials("单𠮷")).isEqualTo("s");
        assertThat(PersonName.initials("𠮷")).isEmpty();
        assertThat(PersonName.initials("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"' 张三　', 张三", "张　三, 张三", "欧阳  修, 欧阳修", "'John   Smith', John Smith", "𠮷 田, 𠮷田"})
    void spaces_around_a_name_and_within_a_chinese_name_are_dropped(String typed, String name) {
        assertThat(PersonName.normalise(typed)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"阿卜杜拉·买买提", "阿卜杜拉•买买提", "阿卜杜拉・买买提", "阿卜杜拉‧买买提", "阿卜杜拉 · 买买提", "阿卜杜拉.买买提", "阿卜杜拉．买买提"})
    void all_forms_of_the_middle_dot_are_normalised(String typed) {
        assertThat(PersonName.normalise(typed)).isEqualTo("阿卜杜拉·买买提");
    }

    @Test
    void letters_are_composed_and_invisible_characters_dropped() {
        assertThat(PersonName.normalise("Jose\u0301")).isEqualTo("José");
        assertThat(PersonName.normalise("\ufeff张\u200b三")).isEqualTo("张三");
        assertThat(PersonName.normalise("J. R. Smith")).isEqualTo("J. R. Smith");
    }
}
