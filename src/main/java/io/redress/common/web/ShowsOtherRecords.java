package io.redress.common.web;

/**
 * A view with more in it than its own record, such as the person of a registration. Its entity tag changes with all of it: a view
 * is a record of Java, which prints every value it holds.
 */
public interface ShowsOtherRecords extends Versioned {}
