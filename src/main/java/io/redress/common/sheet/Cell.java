package io.redress.common.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value in a table; its kind decides the format in a spreadsheet. */
public sealed interface Cell {

    /** An empty cell. */
    Cell BLANK = new Blank();

    /** For programs: without thousands separators, dates as 2021-03-01, an empty string for a blank cell. */
    String plain();

    /** Text, including codes and identifiers that only look like numbers. */
    static Cell text(String text) {
        return text == null || text.isEmpty() ? BLANK : new Text(text);
    }

    static Cell count(Long count) {
        return count == null ? BLANK : new Count(count);
    }

    /** In yuan. */
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
