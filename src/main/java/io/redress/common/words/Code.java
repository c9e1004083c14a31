package io.redress.common.words;

/**
 * A code of an open list: each feature has an enum of its own codes that implements the list's interface. The contract shows
 * the codes of all features as one enumeration.
 */
public interface Code extends Labelled {

    /** Its position among the codes of all features; the least comes first. */
    int place();
}
