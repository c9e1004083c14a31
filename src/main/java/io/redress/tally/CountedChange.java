package io.redress.tally;

import io.redress.common.event.DomainEvent;
import java.util.UUID;

/**
 * A change that reports count. Its observer writes the difference into the tally, in the same transaction. What leaves one area
 * and arrives in another by it is a move: a change of address, or a merge between towns, adds nobody and removes nobody, and
 * is carried in a column of its own ({@link Movement}).
 */
public interface CountedChange extends DomainEvent {

    /** What the changed records contributed before. */
    Contribution before();

    /** What they contribute now. */
    Contribution after();

    /** What happened, as a word for the trail: {@code registration.corrected}. */
    String cause();

    /** The record it happened to. */
    UUID causeId();
}
