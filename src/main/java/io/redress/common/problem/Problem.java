package io.redress.common.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Problem Details (RFC 9457): a refusal that the caller can act on. The code is the stable end of the problem type
 * ({@code /problems/<code>}) and the key of its message, which takes the arguments. A problem never names classes.
 */
public class Problem extends RuntimeException {

    private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail", "instance", "errors");

    private final int status;
    private final String code;
    private final transient Object[] arguments;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private Duration wait;

    private Problem(int status, String code, List<Violation> violations, Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.violations = violations;
        this.arguments = arguments;
    }

    public static Problem of(int status, String code, Object... arguments) {
        return new Problem(status, code, List.of(), arguments);
    }

    /** 422: the request is well-formed, but the values at these places break a rule. */
    public static Problem invalid(List<Violation> violations) {
        return new Problem(422, "invalid-request", List.copyOf(violations));
    }

    public static Problem invalid(String pointer, String code, Object... arguments) {
        return invalid(List.of(new Violation(pointer, code, arguments)));
    }

    /** 404: the record does not exist, or lies outside the caller's scope. The caller cannot tell which. */
    public static Problem notFound() {
        return of(404, "not-found");
    }

    /** Adds a member to the document, so that a program need not parse the message. */
    public Problem with(String member, Object value) {
        if (STANDARD.contains(member)) {
            throw new IllegalArgumentException(member + " has a meaning of its own in every problem");
        }
        extensions.put(member, value);
        return this;
    }

    /** Sets the Retry-After header. */
    public Problem retryAfter(Duration wait) {
        this.wait = wait;
        return this;
    }

    /** Whole seconds, rounded up; null if waiting does not help. */
    String retryAfterSeconds() {
        return wait == null
                ? null
                : Long.toString(Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    Object[] arguments() {
        return arguments;
    }

    public List<Violation> violations() {
        return violations;
    }

    Map<String, Object> extensions() {
        return extensions;
    }
}
