package io.redress.common.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redress.testing.Vectors;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTest {

    private static final long SEED = 20211231;
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

    @Test
    void each_test_vector_gives_one_of_its_allowed_forms() {
        Vectors.lists("/amountInWords")
                .forEach((amount, forms) -> assertThat(AmountInWords.of(new BigDecimal(amount)))
                        .as(amount)
                        .isIn(forms));
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 人民币伍分",
        "0.50, 人民币伍角整",
        "10, 人民币壹拾元整",
        "10000.10, 人民币壹万元壹角整",
        "100010000, 人民币壹亿零壹万元整",
        "100000001.01, 人民币壹亿零壹元零壹分",
        "1000000000000, 人民币壹万亿元整",
        "1010010010, 人民币壹拾亿壹仟零壹万零壹拾元整",
        "-6000.00, 人民币负陆仟元整",
        "-0.00, 人民币零元整",
        "1E+3, 人民币壹仟元整",
        "9999999999999999.99, 人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"
    })
    void edge_cases_of_zeros_and_units(BigDecimal amount, String words) {
        assertThat(AmountInWords.of(amount)).isEqualTo(words);
    }

    @Test
    void any_amount_can_be_read_back_from_its_words() {
        var random = new Random(SEED);
        for (var i = 0; i < 20_000; i++) {
            var amount = randomAmount(random);
            var words = AmountInWords.of(amount);
            assertThat(read(words)).as(words).isEqualByComparingTo(amount);
            assertThat(words).doesNotContain("零零", "零万", "零亿", "亿万");
        }
    }

    @Test
    void an_amount_outside_the_range_of_the_database_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AmountInWords.of(new BigDecimal("0.001")));
        assertThatIllegalArgumentException().isThrownBy(() -> AmountInWords.of(new BigDecimal("10000000000000000")));
    }

    /** Amounts of every length with many zeros, because the rule is about zeros. */
    private static BigDecimal randomAmount(Random random) {
        var length = 1 + random.nextInt(18);
        var cents = new StringBuilder(random.nextInt(5) == 0 ? "-" : "");
        for (var i = 0; i < length; i++) {
            cents.append(random.nextInt(3) == 0 ? random.nextInt(10) : 0);
        }
        return new BigDecimal(cents.toString()).movePointLeft(2);
    }

    /** Parses the words as a person does: a digit waits for its unit, and 万 and 亿 multiply what came before them. */
    private static BigDecimal read(String words) {
        var text = words.substring("人民币".length());
        var isNegative = text.startsWith("负");
        var digit = 0L;
        var section = 0L;
        var hundredMillions = 0L;
        var cents = 0L;
        for (var c : text.substring(isNegative ? 1 : 0).toCharArray()) {
            switch (c) {
                case '拾', '佰', '仟' -> {
                    section += digit * (c == '拾' ? 10 : c == '佰' ? 100 : 1000);
                    digit = 0;
                }
                case '万' -> {
                    section = (section + digit) * 10_000;
                    digit = 0;
                }
                case '亿' -> {
                    hundredMillions = section + digit;
                    section = 0;
                    digit = 0;
                }
                case '元' -> {
                    cents = (hundredMillions * 100_000_000 + section + digit) * 100;
                    digit = 0;
                }
                case '角' -> cents += digit * 10;
                case '分' -> cents += digit;
                case '整' -> digit = 0;
                default -> digit = DIGITS.indexOf(c);
            }
        }
        return BigDecimal.valueOf(isNegative ? -cents : cents, 2);
    }
}
