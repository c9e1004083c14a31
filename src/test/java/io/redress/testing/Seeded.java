package io.redress.testing;

import java.util.Random;

/** Random histories that can be repeated by their seed. */
public final class Seeded {

    private Seeded() {}

    /** Neighbouring seeds of {@link Random} begin alike; the golden ratio (Fibonacci hashing) spreads them. */
    public static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }
}
