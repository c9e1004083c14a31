package io.redress.testing;

import java.util.Random;

/** Random histories that can be told again by their seed. */
public final class Seeded {

    private Seeded() {}

    /** Neighbouring seeds of {@link Random} begin alike; spread by the golden ratio (Fibonacci hashing) they do not. */
    public static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }
}
