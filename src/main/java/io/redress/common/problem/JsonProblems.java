package io.redress.common.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Describes the errors of a JSON body without Jackson's messages or names of classes. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JsonProcessingException e) {
        if (e instanceof BadText bad) {
            return Problem.invalid(pointer(bad), bad.code());
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Problem.invalid(pointer(unknown), "unknown-field");
        }
        if (e instanceof MismatchedInputException mismatched) {
            return isTrailing(mismatched) ? malformed(mismatched) : mismatch(mismatched);
        }
        if (e instanceof JsonMappingException && e.getCause() instanceof Problem problem) {
            return problem;
        }
        // Below the first level, Jackson wraps the exception of its parser.
        return ofText(e.getCause() instanceof JsonProcessingException cause ? cause : e);
    }

    /** The JSON text itself is invalid, for any expected type. */
    private static Problem ofText(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return Problem.of(400, "json-too-deep");
        }
        if (e instanceof JsonParseException parse && parse.getOriginalMessage().startsWith("Duplicate field")) {
            var place = parse.getProcessor().getParsingContext().pathAsPointer();
            return Problem.invalid(place.toString(), "duplicate-field");
        }
        return malformed(e);
    }

    private static Problem malformed(JsonProcessingException e) {
        var where = e.getLocation();
        return where == null
                ? Problem.of(400, "malformed-request")
                : Problem.of(
                        400,
                        "malformed-json",
                        Integer.toString(where.getLineNr()),
                        Integer.toString(where.getColumnNr()));
    }

    /** Jackson has no specific exception for a second value after the first. */
    private static boolean isTrailing(MismatchedInputException e) {
        return e.getPath().isEmpty() && e.getOriginalMessage().startsWith("Trailing token");
    }

    private static Problem mismatch(MismatchedInputException e) {
        var expected = e.getTargetType();
        return expected != null && expected.isEnum()
                ? Problem.invalid(pointer(e), "unknown-value", allowed(expected))
                : Problem.invalid(pointer(e), expected == null ? "wrong-shape" : code(expected));
    }

    private static String code(Class<?> expected) {
        if (expected == UUID.class) {
            return "not-an-id";
        }
        if (Temporal.class.isAssignableFrom(expected)) {
            return "not-a-date";
        }
        if (expected == Boolean.class || expected == boolean.class) {
            return "not-a-truth-value";
        }
        if (Collection.class.isAssignableFrom(expected)) {
            return "not-a-list";
        }
        if (expected == Integer.class || expected == int.class || expected == Long.class || expected == long.class) {
            return "not-a-number";
        }
        return expected.isRecord() ? "not-an-object" : "wrong-shape";
    }

    private static String allowed(Class<?> expected) {
        return Arrays.stream(expected.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String pointer(JsonMappingException e) {
        List<String> path = e.getPath().stream()
                .map(r -> r.getFieldName() != null ? r.getFieldName() : Integer.toString(r.getIndex()))
                .toList();
        return ProblemResponses.pointer(path);
    }
}
