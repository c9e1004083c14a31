package io.redress.common.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects all errors of a request, so that the caller can correct them at once. */
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
