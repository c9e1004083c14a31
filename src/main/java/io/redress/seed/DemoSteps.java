package io.redress.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.redress.seed.DemoClient.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Turns the lines of {@code steps-2021.jsonl} into requests, and maps the file's names to the created records. */
final class DemoSteps {

    /** One line of the file. Steps without a time run when the demonstration has reached today. */
    record Step(Instant at, DemoAccount as, String verb, String ref, String on, JsonNode body) {}

    private static final String FROM_TODAY = "today+";

    private final DemoClient client;
    private final DemoProgress progress;
    private final LocalDate today;
    /** The path of each record, by the file's name for it. */
    private final Map<String, String> known = new HashMap<>();

    private final int firstOfThisRun;
    private int next;

    /** Continues after the completed steps of earlier runs. */
    DemoSteps(DemoClient client, DemoProgress progress, LocalDate today) {
        this.client = client;
        this.progress = progress;
        this.today = today;
        for (var done : progress.read()) {
            next = done.number() + 1;
            if (done.ref() != null) {
                known.put(done.ref(), done.path());
            }
        }
        firstOfThisRun = next;
    }

    /** The index of the first step that is not done. */
    int next() {
        return next;
    }

    /** The steps in order of time, then those without a time. The first line only says that all data is invented. */
    static List<Step> read(ObjectMapper json) throws IOException {
        try (var file = Seeds.open("demo/steps-2021.jsonl")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> step(line, json))
                    .toList();
        }
    }

    private static Step step(String line, ObjectMapper json) {
        try {
            var step = json.readTree(line);
            return new Step(
                    step.has("at") ? Instant.parse(step.path("at").asText()) : null,
                    DemoAccount.named(step.path("as").asText()),
                    step.path("do").asText(),
                    step.path("ref").asText(null),
                    step.path("on").asText(null),
                    step.has("body") ? step.path("body") : null);
        } catch (IOException e) {
            throw new IllegalStateException("not a step: " + line, e);
        }
    }

    /**
     * Runs the next step and stores that it is done.
     *
     * @throws DemoRefused if the service refuses it
     */
    void take(Step step) throws IOException, InterruptedException {
        send(step);
        progress.add(new DemoProgress.Done(next, step.ref(), known.get(step.ref())));
        next++;
    }

    private void send(Step step) throws IOException, InterruptedException {
        var body = named(step.body());
        switch (step.verb()) {
            case "enter-platform" -> create(step, "/api/v1/platforms", body);
            case "enter-branch" -> create(step, known.get(step.on()) + "/branches", body);
            case "change-platform" -> change(step, "PUT", "", body);
            case "assign-liaison" -> assignLiaison(step, body);
            case "register" -> create(step, "/api/v1/registrations", body);
            case "correct", "verify", "withdraw", "refuse", "merge" -> change(step, "POST", "/" + step.verb(), body);
            case "propose-attention" -> create(step, "/api/v1/attention-entries", body);
            case "approve-attention", "decline-attention", "renew-attention", "leave-attention" ->
                change(step, "POST", "/" + step.verb().replace("-attention", ""), body);
            case "close-week" -> closeWeek(step.as(), step.on());
            case "record-disclosure" -> create(step, known.get(step.on()) + "/disclosures", body);
            case "draft-bulletin" -> create(step, "/api/v1/bulletins", body);
            case "find-draft" -> findDraft(step, body);
            case "submit-bulletin", "send-back-bulletin", "review-bulletin", "issue-bulletin" ->
                change(step, "POST", "/" + step.verb().replace("-bulletin", ""), body);
            default -> throw new IOException("unknown step " + step.verb());
        }
    }

    /** Closes the week that ends on this day, and all open weeks before it. */
    void closeWeek(DemoAccount as, String endsOn) throws IOException, InterruptedException {
        var path = "/api/v1/reporting-weeks/" + endsOn + "/close";
        var answer = client.send(as, "POST", path, JsonNodeFactory.instance.objectNode(), Map.of());
        if (!isClosedAlready(answer)) {
            demand(answer, path);
        }
    }

    /** Closed by an earlier interrupted attempt, or by the service itself. */
    private static boolean isClosedAlready(Answer answer) {
        return answer.status() == 409 && answer.response().body().contains("/problems/week-already-closed");
    }

    /** Finds a draft that the service made on its own; the body has the query parameters. */
    private void findDraft(Step step, JsonNode which) throws IOException, InterruptedException {
        var query = new StringJoiner("&", "/api/v1/bulletins?status=DRAFT&", "");
        which.properties()
                .forEach(field ->
                        query.add(field.getKey() + "=" + field.getValue().asText()));
        var draft = client.get(step.as(), query.toString()).at("/items/0/id").asText();
        if (draft.isEmpty()) {
            throw new IOException("no draft for " + step.ref());
        }
        known.put(step.ref(), "/api/v1/bulletins/" + draft);
    }

    private void create(Step step, String path, JsonNode body) throws IOException, InterruptedException {
        var key = Map.of("Idempotency-Key", "demo-2021-" + step.ref());
        var answer = demand(client.send(step.as(), "POST", path, body, key), step.verb() + " " + step.ref());
        var created = answer.headers().firstValue("Location").orElseThrow();
        known.put(step.ref(), created.substring(created.indexOf("/api/")));
    }

    /**
     * Changes a record in its present state (GET, then If-Match). If a repeated attempt gets 412, the earlier attempt
     * had its effect. If an earlier run already did the step, the record's state makes the service refuse it with 409.
     */
    private void change(Step step, String method, String verb, JsonNode body) throws IOException, InterruptedException {
        var path = known.get(step.on());
        var seen = demand(client.send(step.as(), "GET", path, null, Map.of()), path);
        var version = Map.of("If-Match", seen.headers().firstValue("ETag").orElseThrow());
        var answer = client.send(step.as(), method, path + verb, body, version);
        var isDone = answer.status() == 412 && answer.isRepeated() || answer.status() == 409 && next == firstOfThisRun;
        if (!isDone) {
            demand(answer, step.verb() + " " + step.on());
        }
    }

    private void assignLiaison(Step step, JsonNode body) throws IOException, InterruptedException {
        for (var account : client.get(step.as(), "/api/v1/accounts").path("items")) {
            if (account.path("username").equals(body.path("username"))) {
                var change = JsonNodeFactory.instance.objectNode();
                List.of("name", "roles", "areaCode", "disabled")
                        .forEach(field -> change.set(field, account.get(field)));
                change.set("branchId", body.get("branchId"));
                var path = "/api/v1/accounts/" + account.path("id").asText();
                var version = Map.of("If-Match", "\"" + account.path("version").asLong() + "\"");
                var answer = client.send(step.as(), "PUT", path, change, version);
                if (answer.status() != 412 || !answer.isRepeated()) {
                    demand(answer, path);
                }
            }
        }
    }

    /** Replaces each {@code @name} by the id of that record, and {@code @today+5} by the day. */
    private JsonNode named(JsonNode body) {
        if (body == null) {
            return null;
        }
        if (body instanceof ObjectNode object) {
            var copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), named(field.getValue())));
            return copy;
        }
        return body.isTextual() && body.asText().startsWith("@")
                ? TextNode.valueOf(meant(body.asText().substring(1)))
                : body;
    }

    private String meant(String name) {
        return name.startsWith(FROM_TODAY)
                ? today.plusDays(Long.parseLong(name.substring(FROM_TODAY.length())))
                        .toString()
                : known.get(name).substring(known.get(name).lastIndexOf('/') + 1);
    }

    private static HttpResponse<String> demand(Answer answer, String what) throws IOException {
        if (answer.status() >= 300) {
            throw new DemoRefused(what, answer.response());
        }
        return answer.response();
    }
}
