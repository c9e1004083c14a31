package io.redress.trial;

import io.redress.tally.Contribution;
import io.redress.tally.CountedChange;
import java.util.UUID;

record VisitChanged(UUID causeId, Contribution before, Contribution after) implements CountedChange {

    @Override
    public String cause() {
        return "visit.changed";
    }
}
