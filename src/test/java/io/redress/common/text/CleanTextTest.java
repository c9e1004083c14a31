package io.redress.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

    @ParameterizedTest
    @CsvSource({
        "'\u2FBC\u2F42强', 高文强",
        "'\u2EE9\u2F29\u2F65', 黄小田",
        "'王\uE863', 王\u4DAE",
        "'\uE816', '\uD840\uDC87'",
        "'\uE815', 厂",
        "'\uE7C8', \u01F9",
        "'\uF9E4', 理",
        "'钱眼\u202E金融', 钱眼金融",
        "'钱眼\\r\\n金融\u0007', 钱眼 金融",
        "'\uFEFF 钱眼\u200B\u3000 金融\u00A0', 钱眼 金融",
        "'葛\uDB40\uDD00城', 葛城",
        "'e\u200B\u0301', \u00E9",
        "'\u202E\u200B', ''"
    })
    void a_line_of_text_loses_invisible_characters_and_unusual_code_points(String typed, String kept) {
        assertThat(CleanText.oneLine(typed.replace("\\r", "\r").replace("\\n", "\n")))
                .isEqualTo(kept);
    }

    @Test
    void a_text_of_several_lines_keeps_its_line_breaks_and_loses_other_invisible_characters() {
        assertThat(CleanText.lines("\u202E一、\u2F00段\r\n\t二  段\u0007\u2028三\u0001\n"))
                .isEqualTo("一、一段\n\t二  段\n三");
    }

    @Test
    void cleaning_is_idempotent_for_every_character() {
        IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE)
                .forEach(c -> {
                    var once = CleanText.oneLine("甲" + Character.toString(c) + "乙");
                    assertThat(CleanText.oneLine(once)).isEqualTo(once);
                    assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC))
                            .isTrue();
                });
    }

    @Test
    void radicals_and_private_use_characters_of_the_old_table_are_replaced() {
        IntStream.concat(IntStream.rangeClosed(0x2F00, 0x2FD5), IntStream.rangeClosed(0xE815, 0xE864))
                .forEach(c -> {
                    var kept = CleanText.oneLine(Character.toString(c)).codePointAt(0);
                    assertThat(kept >= 0x2F00 && kept <= 0x2FD5 || kept >= 0xE000 && kept <= 0xF8FF)
                            .as(Integer.toHexString(c))
                            .isFalse();
                });
    }

    @Test
    void ordinary_text_is_not_changed() {
        var typed = "阿卜杜拉·买买提 O’Brien（团贷网）2021-03-01 ￥1,000.50 𠮷㛃";
        assertThat(CleanText.oneLine(typed)).isEqualTo(typed);
    }
}
