/**
 * Errors as RFC 9457 problems: a stable type, a title and a detail in the caller's language (Chinese unless English is
 * asked for), and the places in the request that are wrong. Every feature names its own problems in a class
 * {@code …Problems}; the words stand in {@code problems.properties} and {@code problems_en.properties}.
 */
package io.redress.common.problem;
