package io.redress.export;

import java.util.List;

/**
 * The people in a list, each once, as a select statement of their ids: so that many can be counted and recorded without
 * reading them.
 *
 * @param values of its parameters, in order
 */
public record SelectedPeople(String select, List<Object> values) {}
