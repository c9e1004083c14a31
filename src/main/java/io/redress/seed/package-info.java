/**
 * Initial data. {@link io.redress.seed.ReferenceSeed} loads the areas into every database. The rest is only for
 * demonstrations ({@code redress.demo=true}): accounts with known passwords, and the invented year 2021, which is sent
 * through the public API as a bureau would have entered it. The files are in {@code seeds/}; its README describes them.
 */
package io.redress.seed;
