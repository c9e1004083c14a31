package io.redress.bulletin.typeface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BulletinFontTest {

    private static final int END = 0x40000;

    /** Each once, without the surrogates, which are no characters. */
    private static final String PRINTABLE = IntStream.range(' ', END)
            .filter(codePoint -> codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE)
            .filter(codePoint ->
                    BulletinFont.missing(Character.toString(codePoint)).isEmpty())
            .mapToObj(codePoint -> BulletinFont.printable(Character.toString(codePoint)))
            .distinct()
            .collect(Collectors.joining());

    @ParameterizedTest
    @EnumSource
    void every_printable_character_has_its_own_glyph_in_exactly_one_part(BulletinFont font) throws IOException {
        assertThat(PRINTABLE.codePoints()).hasSizeGreaterThan(30_000);
        var parts = new ArrayList<CmapLookup>();
        for (var part : BulletinFont.parts(PRINTABLE)) {
            parts.add(font.part(part).getUnicodeCmapLookup());
        }
        assertThat(PRINTABLE.codePoints()).allSatisfy(codePoint -> {
            var having = parts.stream()
                    .filter(part -> part.getGlyphId(codePoint) != 0)
                    .toList();
            assertThat(having).hasSize(1);
            assertThat(having.get(0).getCharCodes(having.get(0).getGlyphId(codePoint)))
                    .containsExactly(codePoint);
        });
    }

    @Test
    void a_text_of_common_characters_needs_one_part() {
        assertThat(BulletinFont.parts("<p>湘桥区 Ω ①\n</p>")).containsExactly(BulletinFont.COMMON);
        assertThat(BulletinFont.parts("李喆某与㛃某、张喆某")).containsExactly(BulletinFont.COMMON, "6", "a");
    }

    @Test
    void radicals_are_printed_as_the_usual_characters() {
        assertThat(BulletinFont.printable("⼀⼆⺠⾧，一二")).isEqualTo("一二民長，一二");
        assertThat(List.of("\u00A0", "\u3000", "①", "❶"))
                .allSatisfy(plain -> assertThat(BulletinFont.printable(plain)).isEqualTo(plain));
    }
}
