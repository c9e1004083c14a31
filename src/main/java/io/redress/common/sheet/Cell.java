package io.redress.common.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value in a table; its kind decides how a spreadsheet keeps it. */
public sealed interface Cell {

    /** Nothing; an empty cell. */
    Cell BLANK = new Blank();

    /** As a program reads it: without separators, dates as 2021-03-01, empty for nothing. */
    String plain();

    /** Words, and whatever only looks like a number: codes, identifiers. */
    static Cell text(String text) {
        return text == null || text.isEmpty() ? BLANK : new Text(text);
    }

    static Cell count(Long count) {
        return count == null ? BLANK : new Count(count);
    }

    /** Yuan. */
    static Cell money(BigDecimal amount) {
        return amount == null ? BLANK : new Money(amount.setScale(2));
    }

    static Cell day(LocalDate day) {
        return day == null ? BLANK : new Day(day);
    }

    record Blank() implements Cell {
        @Override
        public String plain() {
            return "";
        }
    }

    record Text(String text) implements Cell {
        @Override
        public String plain() {
            return text;
        }
    }

    record Count(long count) implements Cell {
        @Override
        public String plain() {
            return Long.toString(count);
        }
    }

    record Money(BigDecimal amount) implements Cell {
        @Override
        public String plain() {
            return amount.toPlainString();
        }
    }

    record Day(LocalDate day) implements Cell {
        @Override
        public String plain() {
            return day.toString();
        }
    }
}
