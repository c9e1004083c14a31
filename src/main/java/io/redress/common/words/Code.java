package io.redress.common.words;

/**
 * A code of an open list. Each feature has an enum of its own codes, which implements the interface of the list. The
 * OpenAPI document shows the codes of all features as one enumeration.
 */
public interface Code extends Labelled {

    /** Position among the codes of all features, ascending. */
    int place();
}
