package io.redress.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.account.Role;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads the audit log through the API, as an auditor. */
@Singleton
public class Auditing {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final People people;

    Auditing(People people) {
        this.people = people;
    }

    /** An entry of the audit log in its JSON form. */
    public record Entry(JsonNode json) {

        public String get(String field) {
            return json.path(field).asText(null);
        }

        public String detail(String name) {
            return json.path("details").path(name).asText(null);
        }

        /** {@code before → after}, {@code hidden}, or null for a field that did not change. */
        public String change(String field) {
            for (var change : json.path("changes")) {
                if (change.path("field").asText().equals(field)) {
                    return change.path("hidden").asBoolean()
                            ? "hidden"
                            : change.path("before").asText() + " → "
                                    + change.path("after").asText();
                }
            }
            return null;
        }

        /** {@code registration_register CREATED registration}. */
        public String summary() {
            return get("action") + " " + (get("effect") == null ? get("outcome") : get("effect")) + " "
                    + get("recordType");
        }
    }

    /** Latest first. */
    public List<Entry> entries(Map<String, ?> query) {
        var page = people.as(Role.AUDITOR, null)
                .queryParams(query)
                .get("/api/v1/audit-entries")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return StreamSupport.stream(JSON.readTree(page).path("items").spliterator(), false)
                    .map(Entry::new)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(page, e);
        }
    }

    public List<Entry> of(String recordId) {
        return entries(Map.of("recordId", recordId, "limit", 200));
    }

    /** Waits, because refusals are written shortly after the response. */
    public List<Entry> awaited(Map<String, ?> query, int count) throws InterruptedException {
        var found = entries(query);
        for (var waited = Duration.ZERO;
                found.size() < count && waited.compareTo(PATIENCE) < 0;
                waited = waited.plusMillis(50)) {
            Thread.sleep(50);
            found = entries(query);
        }
        return found;
    }
}
