package io.redress.export;

import io.quarkus.arc.All;
import io.redress.common.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** The lists of all features. */
@Singleton
public class ExportedLists {

    private final List<ExportedList> lists;

    ExportedLists(@All List<ExportedList> lists) {
        this.lists = lists;
    }

    /** @throws Problem 422 with the known lists if there is none of this name */
    public ExportedList named(String name) {
        return lists.stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/list",
                        "unknown-value",
                        lists.stream().map(ExportedList::name).sorted().collect(Collectors.joining(", "))));
    }

    /** @throws Problem 422 also if the list masks nothing, so that there is nothing to have in clear */
    public ExportedList masked(String name) {
        var list = named(name);
        if (list.maskedFields().isEmpty()) {
            throw Problem.invalid("/list", "nothing-masked");
        }
        return list;
    }
}
