package io.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are invented. */
class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "+86 138-0013-8000, 13800138000",
        "008613800138000, 13800138000",
        "8613800138000, 13800138000",
        "013800138000, 13800138000",
        "１３８ ００１３ ８０００, 13800138000",
        "０７６８－２３９３５５６, 07682393556",
        "0768-2393556, 07682393556",
        "(0768) 2393556, 07682393556",
        "（0768）2393556, 07682393556",
        "0768—2393556, 07682393556",
        "+86 768 2393556, 07682393556",
        "+86 0768 2393556, 07682393556",
        "+86 20 83123456, 02083123456",
        "010-65123456, 01065123456",
        "2393556, 2393556",
        "83123456, 83123456",
        "400-123-4567, 4001234567",
        "+852 9123 4567, +85291234567",
        "00852 91234567, +85291234567"
    })
    void a_phone_number_has_the_same_form_however_it_is_typed(String typed, String number) {
        assertThat(Phone.normalise(typed)).contains(number);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "　",
                "无",
                "12345",
                "1380013800",
                "138001380000",
                "12800138000",
                "+8612800138000",
                "07681393556",
                "0768239355",
                "020-2393556",
                "1.38001E+10",
                "+0123456789",
                "+1234567890123456",
                "13800138000/13900139000"
            })
    void an_impossible_phone_number_is_refused(String typed) {
        assertThat(Phone.normalise(typed)).isEmpty();
    }

    @Test
    void a_phone_number_is_parsed_as_in_the_web_client() {
        assertThat(Vectors.map("/phone"))
                .allSatisfy(
                        (typed, number) -> assertThat(Phone.normalise(typed)).contains(number));
        assertThat(Vectors.list("/noPhone"))
                .allSatisfy(typed -> assertThat(Phone.normalise(typed)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000, false",
        "19212345678, false",
        "19412345678, true",
        "14212345678, true",
        "15412345678, true",
        "07682393556, false",
        "+85291234567, false"
    })
    void a_mobile_number_of_an_unassigned_range_is_unusual(String number, boolean isUnusual) {
        assertThat(Phone.isUnusual(number)).isEqualTo(isUnusual);
    }
}
