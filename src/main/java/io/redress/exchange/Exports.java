package io.redress.exchange;

import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.common.sheet.Cell;
import io.redress.common.sheet.CsvLines;
import io.redress.common.sheet.Sheet;
import io.redress.common.sheet.Xlsx;
import io.redress.export.ExportQuery;
import io.redress.export.ExportedList;
import io.redress.export.ExportedList.Reading;
import io.redress.export.ExportedList.Row;
import io.redress.export.ExportedLists;
import io.redress.reveal.Reveals;
import io.redress.reveal.Stated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Export of lists. It reads rows in batches, latest first, each as the list is at that moment. So a register of a
 * million rows keeps no snapshot open, and a record that arrives during the export is not in it.
 */
@ApplicationScoped
class Exports {

    static final int LONGEST_WORKBOOK = 20_000;

    private static final int BATCH = 1_000;

    private final ExportedLists lists;
    private final Reveals reveals;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private final ManagedExecutor executor;

    Exports(ExportedLists lists, Reveals reveals, Event<DomainEvent> events, Clock clock, ManagedExecutor executor) {
        this.lists = lists;
        this.reveals = reveals;
        this.events = events;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * An export that has been recorded.
     *
     * @param revealId record of the people in it; null for a masked list
     */
    record Export(ExportedList list, Reading reading, UUID revealId) {}

    /**
     * Records who exports which list and why, before any row is read.
     *
     * @param inClear null for a masked list
     * @throws Problem 403 if the viewer must not export unmasked data, or not so much of it alone; 422 if the list is
     *     unknown or masks nothing, 429 beyond the limit per day
     */
    @Transactional
    Export begin(String name, ExportQuery query, ExportFormat format, ExportInClear inClear, Viewer viewer) {
        var list = lists.named(name);
        if (inClear == null) {
            events.fire(list.exported(format.name()));
            return new Export(list, list.open(query, viewer.scope(), false), null);
        }
        demandMayExportInClear(viewer);
        if (list.maskedFields().isEmpty()) {
            throw Problem.invalid("/inClear", "nothing-masked");
        }
        var stated = Stated.of(inClear.purpose(), inClear.note(), "/inClear");
        var revealId = reveals.noteExport(viewer, list, query, stated);
        return new Export(list, list.open(query, viewer.scope(), true), revealId);
    }

    /**
     * Begins the export of a list that a second person has approved, as it was asked for.
     *
     * @throws Problem 404 if the viewer asked for no such list, 409 if it is not approved, no longer valid, or now has
     *     more people
     */
    @Transactional
    Export beginApproved(UUID requestId, Viewer viewer) {
        demandMayExportInClear(viewer);
        var approved = reveals.approvedList(requestId, viewer);
        var list = lists.named(approved.list);
        var revealId = reveals.noteExport(viewer, list, approved);
        return new Export(list, list.open(approved.query(), viewer.scope(), true), revealId);
    }

    private static void demandMayExportInClear(Viewer viewer) {
        if (!viewer.is(Role.SECTION_CHIEF) && !viewer.is(Role.DIRECTOR)) {
            throw Problem.of(403, "export-in-clear-forbidden");
        }
    }

    /** Streams the rows. */
    void writeCsv(Export export, ExportFormat format, OutputStream out) throws IOException {
        try (var lines = new CsvLines(out, format.charset(), export.list().headings())) {
            each(export, row -> lines.write(row.cells()));
        }
    }

    /** @throws Problem 422 if there are more rows than {@link #LONGEST_WORKBOOK} */
    byte[] workbook(Export export) {
        var rows = new ArrayList<List<Cell>>();
        each(export, row -> {
            if (rows.size() == LONGEST_WORKBOOK) {
                throw Problem.of(422, "export-too-long", LONGEST_WORKBOOK);
            }
            rows.add(row.cells());
        });
        var list = export.list();
        return Xlsx.of(list.title(), clock.instant(), List.of(Sheet.data("名册", list.headings(), rows)));
    }

    /** Reads the next batch while the caller uses the present one. */
    private void each(Export export, Consumer<Row> use) {
        var next = begun(export.reading(), null);
        while (next != null) {
            var rows = read(next);
            next = rows.size() < BATCH
                    ? null
                    : begun(export.reading(), rows.get(BATCH - 1).id());
            recorded(rows, export.revealId()).forEach(use);
        }
    }

    /** In clear nobody is given who is not recorded: somebody may have moved into the list since it was. */
    private List<Row> recorded(List<Row> rows, UUID revealId) {
        if (revealId == null || rows.isEmpty()) {
            return rows;
        }
        var people = reveals.recorded(revealId, rows.stream().map(Row::personId).collect(Collectors.toSet()));
        return rows.stream().filter(row -> people.contains(row.personId())).toList();
    }

    private FutureTask<List<Row>> begun(Reading reading, UUID below) {
        var batch = new FutureTask<>(() -> reading.next(below, BATCH));
        executor.execute(batch);
        return batch;
    }

    /** Runs the batch here unless another thread has begun it. If all threads exported, none would be free to read. */
    private static List<Row> read(FutureTask<List<Row>> batch) {
        batch.run();
        try {
            return batch.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading the list was interrupted", e);
        }
    }
}
