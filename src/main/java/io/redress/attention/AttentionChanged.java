package io.redress.attention;

import io.redress.tally.Contribution;
import io.redress.tally.CountedChange;
import java.util.Locale;
import java.util.UUID;

/** Domain event: an entry of the attention list changed. */
public record AttentionChanged(What what, UUID entryId, Contribution before, Contribution after)
        implements CountedChange {

    /** What happened. */
    public enum What {
        PROPOSED,
        APPROVED,
        DECLINED,
        RENEWED,
        LEFT,
        LAPSED,
        /** With the person, to another area or into another registration. */
        MOVED
    }

    @Override
    public String cause() {
        return "attention." + what.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public UUID causeId() {
        return entryId;
    }
}
