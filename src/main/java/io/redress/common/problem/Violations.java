package io.redress.common.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers everything wrong with a request, so that a person corrects it once. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public void add(String pointer, String code, Object... arguments) {
        found.add(new Violation(pointer, code, arguments));
    }

    public void demandNone() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }
}
