package io.redress.common.problem;

import com.fasterxml.jackson.core.JsonPointer;
import io.redress.common.problem.ProblemView.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Turns a {@link Problem} into the document a caller reads. */
@ApplicationScoped
public class ProblemResponses {

    public static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    public Response of(Problem problem, HttpHeaders headers) {
        var words = Words.in(headers == null ? List.of() : headers.getAcceptableLanguages());
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .language(words.language())
                .header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds())
                .entity(view(problem, words))
                .build();
    }

    public ProblemView view(Problem problem, Words words) {
        var errors = problem.violations().stream()
                .map(v -> new FieldError(v.pointer(), words.of("violation." + v.code(), v.arguments())))
                .toList();
        return view(problem, words, errors);
    }

    ProblemView view(Problem problem, Words words, List<FieldError> errors) {
        return new ProblemView(
                "/problems/" + problem.code(),
                words.of(problem.code() + ".title"),
                problem.status(),
                words.of(problem.code() + ".detail", problem.arguments()),
                errors,
                Map.copyOf(problem.extensions()));
    }

    /** A JSON pointer from path segments; an index is a segment too. */
    static String pointer(Iterable<String> segments) {
        var pointer = JsonPointer.empty();
        for (var segment : segments) {
            pointer = pointer.appendProperty(segment);
        }
        return pointer.toString();
    }
}
