package io.redress.common.words;

/** A name that people read, in the two languages of the product. */
public record Label(String zh, String en) {}
