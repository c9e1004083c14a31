package io.redress.disclosure;

import io.redress.tally.Contribution;
import io.redress.tally.CountedChange;
import java.util.UUID;

/** A disclosure was recorded, or withdrawn. */
public record DisclosureChanged(What what, UUID causeId, Contribution before, Contribution after)
        implements CountedChange {

    public enum What {
        RECORDED("disclosure.recorded"),
        WITHDRAWN("disclosure.withdrawn");

        private final String cause;

        What(String cause) {
            this.cause = cause;
        }

        String cause() {
            return cause;
        }
    }

    @Override
    public String cause() {
        return what.cause;
    }
}
