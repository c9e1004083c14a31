package io.redress.common.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * 金额大写, by 《正确填写票据和结算凭证的基本规定》 (支付结算办法, annex 1). Where the rule leaves 零 to the writer it is left out
 * (壹拾万柒仟元伍角叁分); where it leaves 整 after 角 to the writer it is written, so that no 分 can be added.
 */
public final class AmountInWords {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"仟", "佰", "拾", ""};
    private static final int[] PLACE_VALUES = {1000, 100, 10, 1};
    private static final long WAN = 10_000;
    private static final long YI = 100_000_000;
    private static final BigDecimal BEYOND = new BigDecimal("1E16");

    private AmountInWords() {}

    /**
     * The amount in words, with 人民币 before it and 负 after that when it is negative.
     *
     * @param amount in yuan, at most two decimals and sixteen digits before them
     * @throws IllegalArgumentException when it has more
     */
    public static String of(BigDecimal amount) {
        if (amount.stripTrailingZeros().scale() > 2 || amount.abs().compareTo(BEYOND) >= 0) {
            throw new IllegalArgumentException("not an amount of numeric(18,2)");
        }
        var cents = amount.abs()
                .setScale(2, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
        var sign = amount.signum() < 0 ? "负" : "";
        return "人民币" + sign + yuan(cents / 100, cents % 100) + fraction(cents / 100, (int) (cents % 100));
    }

    private static String yuan(long yuan, long cents) {
        if (yuan == 0) {
            return cents == 0 ? "零元" : "";
        }
        return integer(yuan) + "元";
    }

    private static String fraction(long yuan, int cents) {
        var jiao = cents / 10;
        var fen = cents % 10;
        if (fen == 0) {
            return (jiao == 0 ? "" : digit(jiao) + "角") + "整";
        }
        var tens = jiao == 0 ? (yuan == 0 ? "" : "零") : digit(jiao) + "角";
        return tens + digit(fen) + "分";
    }

    private static String integer(long number) {
        if (number >= YI) {
            return joined(number / YI, "亿", number % YI, YI);
        }
        return number >= WAN ? joined(number / WAN, "万", number % WAN, WAN) : belowTenThousand((int) number);
    }

    /** A gap below 亿 or 万 is one 零, however many places it spans. */
    private static String joined(long upper, String unit, long lower, long base) {
        var gap = lower > 0 && lower < base / 10 ? "零" : "";
        return integer(upper) + unit + gap + (lower == 0 ? "" : integer(lower));
    }

    private static String belowTenThousand(int number) {
        var words = new StringBuilder();
        var isGap = false;
        for (var place = 0; place < PLACES.length; place++) {
            var digit = number / PLACE_VALUES[place] % 10;
            if (digit == 0) {
                isGap = words.length() > 0;
                continue;
            }
            words.append(isGap ? "零" : "").append(digit(digit)).append(PLACES[place]);
            isGap = false;
        }
        return words.toString();
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit, digit + 1);
    }
}
