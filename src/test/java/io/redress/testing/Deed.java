package io.redress.testing;

import java.util.function.BiFunction;

/**
 * Something that may happen in a random history of the bureau ({@code TallyPropertyTest}). What makes no sense where it stands is
 * refused by the service, and nothing may come of it.
 *
 * @param likely how often it stands among the likely deeds; every deed may happen
 * @param doing with two numbers out of a thousand to choose by; answers whether the service did it
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
