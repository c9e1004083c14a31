package io.redress.tally;

import java.math.BigDecimal;

/** A signed count with a signed amount in yuan. */
public record Figure(long count, BigDecimal amount) {

    public static final Figure ZERO = new Figure(0, new BigDecimal("0.00"));

    /** A count of one without an amount. */
    public static final Figure ONE = new Figure(1, ZERO.amount);

    public static Figure one(BigDecimal amount) {
        return new Figure(1, amount);
    }

    public static Figure sum(BigDecimal amount) {
        return new Figure(0, amount);
    }

    Figure plus(Figure other) {
        return new Figure(count + other.count, amount.add(other.amount));
    }

    public Figure negated() {
        return new Figure(-count, amount.negate());
    }

    boolean isZero() {
        return count == 0 && amount.signum() == 0;
    }
}
