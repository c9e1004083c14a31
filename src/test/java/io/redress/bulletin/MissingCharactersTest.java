package io.redress.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.bulletin.typeface.BulletinFont;
import io.redress.common.problem.Problem;
import java.nio.charset.Charset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MissingCharactersTest {

    @Test
    void each_character_without_a_glyph_is_listed_once() {
        assertThat(BulletinFont.missing("𠮷田与㛃某，𠮷和👍")).containsExactly("𠮷", "👍");
        assertThat(BulletinFont.printable("𠮷田与㛃某，𠮷和👍")).isEqualTo("〓田与㛃某，〓和〓");
    }

    @Test
    void signing_checks_every_printed_text_for_missing_characters() {
        assertThatCode(() -> MissingCharacters.demandNone(PrintedBulletins.ofSeveralPages(), false))
                .doesNotThrowAnyException();
        var named = PrintedBulletins.titled("𠮷某与㛃某", "甲乙");
        assertThatCode(() -> MissingCharacters.demandNone(named, true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> MissingCharacters.demandNone(named, false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("bulletin-characters-missing"));
    }

    @Test
    void invisible_characters_and_spaces_are_not_reported_missing() {
        assertThat(BulletinFont.missing("甲\u200B乙\u2003丙\uFE0F\n丁\t戊〓")).isEmpty();
    }

    @Test
    void a_common_character_is_never_missing() {
        var common = Charset.forName("GB2312").newEncoder();
        var text = IntStream.rangeClosed(' ', Character.MAX_VALUE)
                .filter(character -> common.canEncode((char) character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(text.length()).isGreaterThan(7000);
        assertThat(BulletinFont.printable(text).chars().filter(c -> c == '〓').count())
                .isEqualTo(text.chars().filter(c -> c == '〓').count());
    }
}
