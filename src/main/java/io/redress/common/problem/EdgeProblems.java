package io.redress.common.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.common.text.Words;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Problem Details (RFC 9457) for requests that reach no resource, where no exception mapper runs. */
@ApplicationScoped
public class EdgeProblems {

    private final ProblemResponses responses;
    private final ObjectMapper json;
    private final DatabaseState database;

    EdgeProblems(ProblemResponses responses, ObjectMapper json, DatabaseState database) {
        this.responses = responses;
        this.json = json;
        this.database = database;
    }

    /** Sends 503 if a trouble of the database made the request fail before it reached a resource. */
    public boolean sendTrouble(RoutingContext http) {
        var trouble = database.troubleBehind(http.failure());
        trouble.ifPresent(met -> send(http, met.problem()));
        return trouble.isPresent();
    }

    public void send(RoutingContext http, Problem problem) {
        var words = Words.in(http.acceptableLanguages().stream()
                .map(language -> Locale.forLanguageTag(language.value()))
                .toList());
        try {
            if (problem.retryAfterSeconds() != null) {
                http.response().putHeader(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
            }
            http.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemResponses.PROBLEM_JSON.toString())
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, words.language().toLanguageTag())
                    .end(json.writeValueAsString(responses.view(problem, words)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
