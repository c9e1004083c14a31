package io.redress.common.words;

/**
 * A code of an open list: each feature has an enum of its own codes that implements the list's interface. The contract shows
 * the codes of all features as one enumeration.
 */
public interface Code {

    /** As it stands in JSON and in the database; no other code of the list has it. */
    String name();

    /** Where it stands among those of all features, the least first. */
    int place();

    /** What people call it, in Chinese. */
    String label();
}
