package io.redress.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Writes the tally: one entry for each movement of a figure. */
@ApplicationScoped
class TallyKeeper {

    private final Clock clock;

    TallyKeeper(Clock clock) {
        this.clock = clock;
    }

    /** Joins the transaction of the change, so that the entry commits or rolls back with it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void record(@Observes CountedChange change) {
        var now = clock.instant();
        Movement.of(change.after().since(change.before()))
                .forEach(movement -> TallyEntry.of(movement, change, now).persist());
    }
}
