package io.redress.workspace;

import io.redress.account.CurrentViewer;
import io.redress.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The column sets of the current user. */
@ApplicationScoped
class ColumnSets {

    private final CurrentViewer current;

    ColumnSets(CurrentViewer current) {
        this.current = current;
    }

    @Transactional
    List<ColumnSetView> mine() {
        return ColumnSet.of(current.get().accountId()).stream()
                .map(ColumnSetView::of)
                .toList();
    }

    @Transactional
    void save(String name, List<RegisterColumn> columns) {
        if (columns.stream().distinct().count() < columns.size()) {
            throw Problem.invalid("/columns", "column-twice");
        }
        var kept = ColumnSet.of(current.get().accountId());
        if (kept.size() >= ColumnSet.MOST
                && kept.stream().noneMatch(set -> set.id.name().equals(name))) {
            throw Problem.of(409, "too-many-column-sets", ColumnSet.MOST);
        }
        ColumnSet.save(current.get().accountId(), name, columns);
    }

    @Transactional
    void drop(String name) {
        ColumnSet.drop(current.get().accountId(), name);
    }
}
