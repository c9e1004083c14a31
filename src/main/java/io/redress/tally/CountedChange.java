package io.redress.tally;

import io.redress.common.event.DomainEvent;
import java.util.UUID;

/**
 * A change of the counted figures. Its observer writes the difference into the tally, in the same transaction. A figure
 * that leaves one area and arrives in another is a move and has a column of its own ({@link Movement}): a change of
 * address, or a merge between towns, neither adds nor removes a person.
 */
public interface CountedChange extends DomainEvent {

    /** The contribution of the changed records before the change. */
    Contribution before();

    /** Their contribution after it. */
    Contribution after();

    /** The kind of change, as the tally entry stores it: {@code registration.corrected}. */
    String cause();

    /** The record that changed. */
    UUID causeId();
}
