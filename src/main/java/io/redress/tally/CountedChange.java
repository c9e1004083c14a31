package io.redress.tally;

import io.redress.common.event.DomainEvent;
import java.util.UUID;

/** A change that reports count. Its observer writes the difference into the tally, in the same transaction. */
public interface CountedChange extends DomainEvent {

    /** What the changed records contributed before. */
    Contribution before();

    /** What they contribute now. */
    Contribution after();

    /**
     * Whether it only took figures from one area to another. A move adds nobody and removes nobody: it is carried in a column
     * of its own, so that a change of address does not read as a new registration.
     */
    boolean isMove();

    /** What happened, as a word for the trail: {@code registration.corrected}. */
    String cause();

    /** The record it happened to. */
    UUID causeId();
}
