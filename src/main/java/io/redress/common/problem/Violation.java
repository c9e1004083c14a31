package io.redress.common.problem;

/**
 * One error in a request, as a member of Problem Details (RFC 9457).
 *
 * @param pointer JSON Pointer (RFC 6901) into the request body, or {@code ?name} for a query parameter
 * @param code key of its message, {@code violation.<code>} in the problem bundles
 */
public record Violation(String pointer, String code, Object... arguments) {}
