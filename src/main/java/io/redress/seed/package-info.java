/**
 * What an empty database is filled with. {@link io.redress.seed.ReferenceSeed} loads the areas into every database; the
 * rest is for demonstrations alone ({@code redress.demo=true}): accounts with known passwords, and the invented year 2021,
 * sent through the public API as a bureau would have entered it. The files are in {@code seeds/}, described in its README.
 */
package io.redress.seed;
