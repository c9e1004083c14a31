package io.redress.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadTest {

    @ParameterizedTest
    @CsvSource({
        "figures-2021.xlsx, attachment; filename=\"figures-2021.xlsx\"",
        "借款合同.pdf, attachment; filename=\"____.pdf\"; filename*=UTF-8''%E5%80%9F%E6%AC%BE%E5%90%88%E5%90%8C.pdf",
        "𠮷.pdf, attachment; filename=\"_.pdf\"; filename*=UTF-8''%F0%A0%AE%B7.pdf",
        "a b.pdf, attachment; filename=\"a b.pdf\""
    })
    void the_header_has_the_name_in_ascii_and_in_utf_8(String name, String told) {
        assertThat(Download.disposition(name)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "a\"; filename=\"b.exe, a__ filename=_b.exe",
        "../../etc/passwd, _.._etc_passwd",
        "C:\\windows\\x.pdf, C__windows_x.pdf",
        "..., file",
        "'', file",
        "a%0d%0aSet-Cookie: x=1.pdf, a_0d_0aSet-Cookie_ x=1.pdf",
        ".htaccess, htaccess"
    })
    void a_name_cannot_add_header_parameters(String name, String safe) {
        assertThat(Download.disposition(name)).isEqualTo("attachment; filename=\"" + safe + "\"");
    }

    @Test
    void line_breaks_and_bidirectional_controls_are_dropped() {
        assertThat(Download.disposition("a\r\nSet-Cookie: x=1.pdf"))
                .isEqualTo("attachment; filename=\"aSet-Cookie_ x=1.pdf\"");
        assertThat(Download.disposition("gp\u202Efdp.exe")).isEqualTo("attachment; filename=\"gpfdp.exe\"");
    }

    @Test
    void the_header_has_the_same_form_for_any_name() {
        IntStream.range(0, 0x30000)
                .filter(Character::isValidCodePoint)
                .mapToObj(point -> Download.disposition("x" + Character.toString(point) + "y.pdf"))
                .forEach(told -> assertThat(told)
                        .matches("attachment; filename=\"[\\x20-\\x7e&&[^\"\\\\/%;]]+\""
                                + "(; filename\\*=UTF-8''([A-Za-z0-9._~-]|%[0-9A-F]{2})+)?"));
    }
}
