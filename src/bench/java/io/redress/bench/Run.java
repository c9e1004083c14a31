package io.redress.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Everything that a run found out, as it is kept. */
record Run(
        @JsonProperty Machine machine,
        @JsonProperty long people,
        @JsonProperty int clients,
        @JsonProperty int seconds,
        @JsonProperty List<Result> results) {

    /**
     * Says what became faster or slower since.
     *
     * @throws IllegalStateException when the two runs cannot be compared
     */
    void compareWith(Run earlier) {
        if (!machine.equals(earlier.machine())) {
            throw new IllegalStateException("not comparable: that run was made on " + earlier.machine());
        }
        if (people != earlier.people() || clients != earlier.clients() || seconds != earlier.seconds()) {
            throw new IllegalStateException("not comparable: that run had %,d people, %d clients, %d s"
                    .formatted(earlier.people(), earlier.clients(), earlier.seconds()));
        }
        System.out.printf("%n%-34s %10s %10s%n", "", "before", "now");
        for (var result : results) {
            earlier.results().stream()
                    .filter(before -> before.scenario().equals(result.scenario()) && before.ours() != null)
                    .forEach(before ->
                            System.out.printf("%-34s %10s %10s%n", result.scenario(), figure(before), figure(result)));
        }
    }

    /** The ratio where there is one: machines are noisy, and their database with them. */
    private static String figure(Result result) {
        return result.ratio() == null
                ? "%.2f/s".formatted(result.ours().perSecond())
                : "ratio %.2f".formatted(result.ratio());
    }
}
