/**
 * Problem Details (RFC 9457): a stable type, a title and a detail in the caller's language (Chinese unless the caller
 * asks for English), and the places of the errors in the request. Every feature defines its own problems in a class
 * {@code …Problems}; the texts are in {@code problems.properties} and {@code problems_en.properties}.
 */
package io.redress.common.problem;
