package io.redress.common.web;

/** A view of one record with its version, which the caller sends in If-Match to change the record. */
public interface Versioned {

    long version();
}
