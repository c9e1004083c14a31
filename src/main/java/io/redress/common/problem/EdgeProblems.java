package io.redress.common.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.common.text.Words;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Answers with a problem where no resource has been reached, and no exception mapper is. */
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

    /** Answers 503 when a trouble of the database is behind a request that failed before a resource was reached. */
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
