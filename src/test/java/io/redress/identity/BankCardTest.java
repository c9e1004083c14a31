package io.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.Vectors;
import org.junit.jupiter.api.Test;

class BankCardTest {

    @Test
    void the_check_digit_of_each_test_vector_is_verified() {
        assertThat(Vectors.list("/bankCardLuhn/valid")).allMatch(BankCard::isValid);
        assertThat(Vectors.list("/bankCardLuhn/warned")).noneMatch(BankCard::isValid);
    }

    @Test
    void a_card_has_16_to_19_half_width_digits() {
        assertThat(BankCard.isValid("0000000000000000")).isTrue();
        assertThat(BankCard.isValid("000000000000000")).isFalse();
        assertThat(BankCard.isValid("00000000000000000000")).isFalse();
        assertThat(BankCard.isValid("６２２５８８１４１４２０７４３０")).isFalse();
        assertThat(BankCard.isValid(null)).isFalse();
    }
}
