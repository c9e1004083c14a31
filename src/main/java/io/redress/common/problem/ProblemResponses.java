package io.redress.common.problem;

import com.fasterxml.jackson.core.JsonPointer;
import io.redress.common.problem.ProblemView.FieldError;
import io.redress.common.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Renders a {@link Problem} as Problem Details (RFC 9457). */
@ApplicationScoped
public class ProblemResponses {

    public static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    public Response of(Problem problem, HttpHeaders headers) {
        var words = Words.in(headers == null ? List.of() : headers.getAcceptableLanguages());
        forgetWriterOfAnswer();
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .language(words.language())
                .header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds())
                .entity(view(problem, words))
                .build();
    }

    /**
     * Quarkus chooses the writer for a method that returns text or bytes before the response filters run. When a filter
     * fails, that writer would also write the problem.
     */
    private static void forgetWriterOfAnswer() {
        Optional.ofNullable(CurrentRequestManager.get()).ifPresent(request -> request.setEntityWriter(null));
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
                detail(problem, words),
                errors,
                Map.copyOf(problem.extensions()));
    }

    /** The detail repeats the Retry-After header for people, who do not see headers. */
    private static String detail(Problem problem, Words words) {
        var detail = words.of(problem.code() + ".detail", problem.arguments());
        var seconds = problem.retryAfterSeconds();
        return seconds == null
                ? detail
                : words.joined(detail, words.ofWait(Duration.ofSeconds(Long.parseLong(seconds))));
    }

    /** JSON Pointer (RFC 6901) from path segments; an index is a segment, too. */
    static String pointer(Iterable<String> segments) {
        var pointer = JsonPointer.empty();
        for (var segment : segments) {
            pointer = pointer.appendProperty(segment);
        }
        return pointer.toString();
    }
}
