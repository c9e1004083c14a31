package io.redress.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Sends the requests of {@code steps-2021.jsonl}, and maps the file's names to the records that they create or find. */
final class DemoSteps {

    /**
     * One line of the file.
     *
     * @param at null for a step that runs when the demonstration has reached today
     * @param path with a {@code @name} for the id of each record, as in the body
     * @param ref name for the record that the request creates or finds; null for none
     */
    record Step(Instant at, DemoAccount as, String method, String path, String ref, JsonNode body) {}

    /** In a step the method is the name of the field that has the path. */
    private static final List<String> METHODS = List.of("get", "post", "put", "delete");

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String FROM_TODAY = "today+";
    private static final Pattern NAME = Pattern.compile("@([^/?&]+)");

    /** A path up to the last name in it: the record that a request changes. */
    private static final Pattern RECORD = Pattern.compile("[^?]*/@[^/?]+");

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

    /** Whether a step that has a name for its record is done. */
    boolean isDone(Step step) {
        return known.containsKey(step.ref());
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

    static Step step(String line, ObjectMapper json) {
        try {
            var step = json.readTree(line);
            var method = METHODS.stream().filter(step::has).findFirst().orElseThrow();
            return new Step(
                    step.has("at") ? Instant.parse(step.path("at").asText()) : null,
                    DemoAccount.named(step.path("as").asText()),
                    method.toUpperCase(Locale.ROOT),
                    step.path(method).asText(),
                    step.path("ref").asText(null),
                    step.get("body"));
        } catch (IOException | RuntimeException e) {
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

    /** Closes the week that ends on this day, and all open weeks before it. */
    void closeWeek(DemoAccount as, String endsOn) throws IOException, InterruptedException {
        var path = "/api/v1/reporting-weeks/" + endsOn + "/close";
        send(new Step(null, as, "POST", path, null, JsonNodeFactory.instance.objectNode()));
    }

    private void send(Step step) throws IOException, InterruptedException {
        if (step.ref() == null) {
            change(step);
        } else if (step.method().equals("GET")) {
            find(step);
        } else {
            create(step);
        }
    }

    private void create(Step step) throws IOException, InterruptedException {
        var key = Map.of("Idempotency-Key", "demo-2021-" + step.ref());
        var created = demand(request(step, key), step).headers().firstValue("Location");
        var path = created.orElseThrow();
        known.put(step.ref(), path.substring(path.indexOf("/api/")));
    }

    /** Finds the first record of a list, for example a draft that the service made on its own. */
    private void find(Step step) throws IOException, InterruptedException {
        var list = resolved(step.path());
        var found = client.get(step.as(), list).at("/items/0/id").asText();
        if (found.isEmpty()) {
            throw new IOException("no " + step.ref() + " in " + list);
        }
        known.put(step.ref(), list.split("\\?", 2)[0] + "/" + found);
    }

    /**
     * Changes a record in its present state (GET, then If-Match); a path without a name has no such record. If a
     * repeated attempt gets 412, the earlier attempt had its effect. If an earlier run already did the step, the
     * record's state makes the service refuse it with 409.
     */
    private void change(Step step) throws IOException, InterruptedException {
        var record = RECORD.matcher(step.path());
        Map<String, String> version =
                record.lookingAt() ? Map.of("If-Match", tag(step.as(), resolved(record.group()))) : Map.of();
        var answer = request(step, version);
        var isDone = answer.status() == 412 && answer.isRepeated()
                || answer.status() == 409 && (next == firstOfThisRun || isClosedAlready(answer));
        if (!isDone) {
            demand(answer, step);
        }
    }

    /** Whether the service or an earlier attempt closed the week. */
    private static boolean isClosedAlready(Answer answer) {
        return answer.response().body().contains("/problems/week-already-closed");
    }

    /** The ETag of a record. A record that has no GET of its own is looked up in its list. */
    private String tag(DemoAccount as, String path) throws IOException, InterruptedException {
        var seen = client.send(as, "GET", path, null, Map.of());
        if (seen.status() == 405) {
            var id = path.lastIndexOf('/');
            var item = item(as, path.substring(0, id), "id", path.substring(id + 1));
            return "\"" + item.path("version").asLong() + "\"";
        }
        return demand(seen, "GET " + path).headers().firstValue("ETag").orElseThrow();
    }

    private JsonNode item(DemoAccount as, String list, String field, String value)
            throws IOException, InterruptedException {
        for (var item : client.get(as, list).path("items")) {
            if (item.path(field).asText().equals(value)) {
                return item;
            }
        }
        throw new IOException("no " + value + " in " + list);
    }

    private Answer request(Step step, Map<String, String> headers) throws IOException, InterruptedException {
        return client.send(step.as(), step.method(), resolved(step.path()), resolved(step.body()), headers);
    }

    private String resolved(String path) throws IOException, InterruptedException {
        var resolved = new StringBuilder();
        var names = NAME.matcher(path);
        while (names.find()) {
            names.appendReplacement(resolved, meant(names.group(1)));
        }
        return names.appendTail(resolved).toString();
    }

    private JsonNode resolved(JsonNode body) throws IOException, InterruptedException {
        if (body instanceof ObjectNode object) {
            var copy = JsonNodeFactory.instance.objectNode();
            for (var field : object.properties()) {
                copy.set(field.getKey(), resolved(field.getValue()));
            }
            return copy;
        }
        if (body instanceof ArrayNode array) {
            var copy = JsonNodeFactory.instance.arrayNode();
            for (var item : array) {
                copy.add(resolved(item));
            }
            return copy;
        }
        return body instanceof TextNode text && text.asText().startsWith("@")
                ? TextNode.valueOf(meant(text.asText().substring(1)))
                : body;
    }

    /** What a name stands for: a day, the id of a record of an earlier step, or that of the account with this username. */
    private String meant(String name) throws IOException, InterruptedException {
        if (name.startsWith(FROM_TODAY)) {
            var days = Long.parseLong(name.substring(FROM_TODAY.length()));
            return today.plusDays(days).toString();
        }
        var path = known.get(name);
        return path == null
                ? item(DemoAccount.ADMIN, ACCOUNTS, "username", name).path("id").asText()
                : path.substring(path.lastIndexOf('/') + 1);
    }

    private static HttpResponse<String> demand(Answer answer, Step step) throws IOException {
        return demand(answer, step.method() + " " + step.path());
    }

    private static HttpResponse<String> demand(Answer answer, String what) throws IOException {
        if (answer.status() >= 300) {
            throw new DemoRefused(what, answer.response());
        }
        return answer.response();
    }
}
