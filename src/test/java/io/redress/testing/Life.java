package io.redress.testing;

import io.redress.common.time.AdjustableClock;
import io.redress.testing.Api.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A history while it is lived: who acts, and what there is by now, by kinds. */
public final class Life {

    /** Who acts, and on what. */
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

    /** One of those there are. */
    public Optional<String> any(String kind, int number) {
        var all = known(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(number % all.size()));
    }

    public String platform(int number) {
        return world.platforms().get(number % world.platforms().size());
    }

    /** As it is now; of what was erased there is none, and the step on it is refused. */
    public long version(String path) {
        return world.clerk().get(path).body().path("version").asLong();
    }

    /** Creates a record, which is then known. */
    public boolean create(Api by, String kind, String path, Map<String, ?> body) {
        return know(kind, by.post(path, body));
    }

    public boolean know(String kind, Answer answer) {
        if (answer.isDone()) {
            know(kind, answer.id());
        }
        return answer.isDone();
    }

    /** Yuan, above zero. */
    public static String money(int number) {
        return (number * 37 % 100_000 + 1) + "." + (10 + number % 90);
    }
}
