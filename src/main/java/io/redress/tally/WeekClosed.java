package io.redress.tally;

import java.time.LocalDate;

/** A reporting week has been closed and stays so: told once the transaction is over, to whoever has work to begin then. */
public record WeekClosed(LocalDate endsOn) {}
