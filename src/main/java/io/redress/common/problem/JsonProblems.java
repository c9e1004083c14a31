package io.redress.common.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is wrong with a JSON body, said without Jackson's words or our class names. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JsonProcessingException e) {
        if (e instanceof BadText bad) {
            return Problem.invalid(pointer(bad), bad.code());
        }
        if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
            return Problem.of(400, "json-too-deep");
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Problem.invalid(pointer(unknown), "unknown-field");
        }
        if (e instanceof InvalidFormatException format) {
            return Problem.invalid(
                    pointer(format), formatCode(format.getTargetType()), allowed(format.getTargetType()));
        }
        if (e instanceof MismatchedInputException mismatched) {
            return Problem.invalid(pointer(mismatched), "wrong-shape");
        }
        if (e instanceof JsonMappingException mapping && mapping.getCause() instanceof Problem problem) {
            return problem;
        }
        var where = e.getLocation();
        return e instanceof JsonParseException && where != null
                ? Problem.of(400, "malformed-json", where.getLineNr(), where.getColumnNr())
                : Problem.of(400, "malformed-request");
    }

    private static String formatCode(Class<?> target) {
        if (target.isEnum()) {
            return "unknown-value";
        }
        if (target == UUID.class) {
            return "not-an-id";
        }
        return Temporal.class.isAssignableFrom(target) ? "not-a-date" : "wrong-shape";
    }

    private static String allowed(Class<?> target) {
        return target.isEnum()
                ? Arrays.stream(target.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
                : "";
    }

    private static String pointer(JsonMappingException e) {
        List<String> path = e.getPath().stream()
                .map(r -> r.getFieldName() != null ? r.getFieldName() : Integer.toString(r.getIndex()))
                .toList();
        return ProblemResponses.pointer(path);
    }
}
