package io.redress.common.web;

/**
 * A view that also shows other records, such as the person of a registration. Its ETag depends on all values: a view is
 * a Java record, whose {@code toString} prints every component.
 */
public interface ShowsOtherRecords extends Versioned {}
