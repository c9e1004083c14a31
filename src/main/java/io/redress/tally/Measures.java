package io.redress.tally;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The measures of all features, sorted by {@link Measure#place}. */
@ApplicationScoped
public class Measures {

    private final Map<String, Measure> byName = new LinkedHashMap<>();

    Measures(@All List<MeasureSource> sources) {
        sources.stream()
                .<Measure>flatMap(source -> source.measures().stream())
                .sorted(Comparator.comparingInt(Measure::place))
                .forEach(measure -> {
                    if (byName.put(measure.name(), measure) != null) {
                        throw new IllegalStateException("duplicate measure " + measure.name());
                    }
                });
    }

    public List<Measure> all() {
        return List.copyOf(byName.values());
    }

    public Optional<Measure> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
