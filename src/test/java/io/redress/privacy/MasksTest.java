package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {

    @ParameterizedTest
    @CsvSource({
        "445102198001010018, 445102********0018",
        "91350200MA31E12PXF, 913502********2PXF",
        "H12345678, H1*****78",
        "ABC123456789012, ABC********9012",
        "军字第12号, 军***2号",
        "7, *"
    })
    void a_document_shows_the_first_six_and_last_four_or_half_of_a_short_number(String number, String masked) {
        assertThat(Masks.documentNumber(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13800138000, 138****8000", "07682393556, 076****3556", "2393556, ****556", "+85291234567, +85*****4567"
    })
    void a_phone_shows_the_first_three_and_last_four_or_half_of_a_local_number(String number, String masked) {
        assertThat(Masks.phone(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"6225881414207430, ************7430", "12345, ***45"})
    void an_account_shows_its_last_four_digits(String number, String masked) {
        assertThat(Masks.bankAccount(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"振德街12号, 振德街***", "12号, 1***", "𠮷祥路1号, 𠮷祥***", "'', ''"})
    void an_address_shows_its_beginning_and_hides_its_length(String address, String masked) {
        assertThat(Masks.streetAddress(address)).isEqualTo(masked);
    }

    @Test
    void null_and_empty_values_are_not_masked() {
        List<UnaryOperator<String>> masks =
                List.of(Masks::documentNumber, Masks::phone, Masks::bankAccount, Masks::streetAddress);
        assertThat(masks).allSatisfy(mask -> {
            assertThat(mask.apply(null)).isNull();
            assertThat(mask.apply("")).isEmpty();
        });
    }

    @Test
    void at_most_half_of_a_short_value_is_shown() {
        for (var length = 1; length < 11; length++) {
            var text = "7".repeat(length);
            var mostly = (length + 1) / 2;
            assertThat(List.of(Masks.documentNumber(text), Masks.phone(text), Masks.bankAccount(text)))
                    .allSatisfy(masked -> assertThat(
                                    masked.chars().filter(c -> c == '*').count())
                            .isGreaterThanOrEqualTo(mostly));
        }
    }
}
