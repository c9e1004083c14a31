package io.redress.tally;

import java.time.LocalDate;

/** Fired after the transaction that closed a reporting week, for observers that start work on it. */
public record WeekClosed(LocalDate endsOn) {}
