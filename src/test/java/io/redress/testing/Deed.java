package io.redress.testing;

import java.util.function.BiFunction;

/**
 * An action in a random history of the bureau ({@code TallyPropertyTest}). The service refuses an action that makes no
 * sense at its place, and a refused one must have no effect.
 *
 * @param likely its weight among the likely actions; every action may happen
 * @param doing gets two numbers below a thousand to choose by; returns whether the service did it
 */
public record Deed(String name, int likely, BiFunction<Life, int[], Boolean> doing) {

    public static Deed of(String name, int likely, BiFunction<Life, int[], Boolean> doing) {
        return new Deed(name, likely, doing);
    }

    @Override
    public String toString() {
        return name;
    }
}
