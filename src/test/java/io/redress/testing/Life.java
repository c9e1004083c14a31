package io.redress.testing;

import io.redress.common.time.AdjustableClock;
import io.redress.testing.Api.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state of a random history: the users, and the ids of the records so far, by kind. */
public final class Life {

    /** The users and the records to start with. */
    public record World(
            Api clerk, Api chief, Api otherChief, Api director, List<String> platforms, AdjustableClock clock) {}

    private final World world;
    private final Map<String, List<String>> known = new HashMap<>();

    public Life(World world) {
        this.world = world;
    }

    public World world() {
        return world;
    }

    public void know(String kind, String id) {
        known.computeIfAbsent(kind, none -> new ArrayList<>()).add(id);
    }

    public List<String> known(String kind) {
        return known.getOrDefault(kind, List.of());
    }

    /** One of the known records. */
    public Optional<String> any(String kind, int number) {
        var all = known(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(number % all.size()));
    }

    public String platform(int number) {
        return world.platforms().get(number % world.platforms().size());
    }

    /** The current version; 0 for an erased record, on which the service refuses every step. */
    public long version(String path) {
        return world.clerk().get(path).body().path("version").asLong();
    }

    /** Creates a record and remembers its id. */
    public boolean create(Api by, String kind, String path, Map<String, ?> body) {
        return know(kind, by.post(path, body));
    }

    public boolean know(String kind, Answer answer) {
        if (answer.isDone()) {
            know(kind, answer.id());
        }
        return answer.isDone();
    }

    /** An amount in yuan, above zero. */
    public static String money(int number) {
        return (number * 37 % 100_000 + 1) + "." + (10 + number % 90);
    }
}
