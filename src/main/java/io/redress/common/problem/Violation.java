package io.redress.common.problem;

/**
 * One wrong place in a request.
 *
 * @param pointer RFC 6901 pointer into the request body, or {@code ?name} for a query parameter
 * @param code key of its words, {@code violation.<code>} in the problem bundles
 */
public record Violation(String pointer, String code, Object... arguments) {}
