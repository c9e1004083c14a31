package io.redress.common.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Filter of a list: HQL conditions joined by {@code and}, with the values of their parameters. */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * Adds a condition on one value.
     *
     * @param condition names the parameter, as in {@code status = :status}
     * @param value null adds no condition
     */
    public Conditions and(String condition, String parameter, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    public String text() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
