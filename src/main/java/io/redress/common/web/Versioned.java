package io.redress.common.web;

/** A view of one record, with the version of it that the caller names in If-Match to change it. */
public interface Versioned {

    long version();
}
