package io.redress.exchange;

import io.quarkus.arc.All;
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

    private final List<ExportedList> lists;
    private final Reveals reveals;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private final ManagedExecutor executor;

    Exports(
            @All List<ExportedList> lists,
            Reveals reveals,
            Event<DomainEvent> events,
            Clock clock,
            ManagedExecutor executor) {
        this.lists = lists;
        this.reveals = reveals;
        this.events = events;
        this.clock = clock;
        this.executor = executor;
    }

    /** @throws Problem 422 with the known lists if there is none of this name */
    ExportedList list(String name) {
        return lists.stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/list",
                        "unknown-value",
                        lists.stream().map(ExportedList::name).sorted().collect(Collectors.joining(", "))));
    }

    /**
     * Records who exports which list and why, before any row is read.
     *
     * @param inClear null for a masked list
     * @throws Problem 403 if the viewer must not export unmasked data, 422 if the list masks nothing, 429 beyond the
     *     limit per day
     */
    @Transactional
    Reading begin(ExportedList list, ExportQuery query, ExportFormat format, ExportInClear inClear, Viewer viewer) {
        if (inClear == null) {
            events.fire(list.exported(format.name()));
        } else {
            keep(list, inClear, viewer);
        }
        return list.open(query, viewer.scope(), inClear != null);
    }

    private void keep(ExportedList list, ExportInClear inClear, Viewer viewer) {
        if (!viewer.is(Role.SECTION_CHIEF) && !viewer.is(Role.DIRECTOR)) {
            throw Problem.of(403, "export-in-clear-forbidden");
        }
        if (list.maskedFields().isEmpty()) {
            throw Problem.invalid("/inClear", "nothing-masked");
        }
        reveals.noteExport(viewer, list.maskedFields(), Stated.of(inClear.purpose(), inClear.note(), "/inClear"));
    }

    /** Streams the rows. */
    void writeCsv(ExportedList list, Reading reading, ExportFormat format, OutputStream out) throws IOException {
        try (var lines = new CsvLines(out, format.charset(), list.headings())) {
            each(reading, row -> lines.write(row.cells()));
        }
    }

    /** @throws Problem 422 if there are more rows than {@link #LONGEST_WORKBOOK} */
    byte[] workbook(ExportedList list, Reading reading) {
        var rows = new ArrayList<List<Cell>>();
        each(reading, row -> {
            if (rows.size() == LONGEST_WORKBOOK) {
                throw Problem.of(422, "export-too-long", LONGEST_WORKBOOK);
            }
            rows.add(row.cells());
        });
        return Xlsx.of(list.title(), clock.instant(), List.of(Sheet.data("名册", list.headings(), rows)));
    }

    /** Reads the next batch while the caller uses the present one. */
    private void each(Reading reading, Consumer<Row> use) {
        var next = begun(reading, null);
        while (next != null) {
            var rows = read(next);
            next = rows.size() < BATCH
                    ? null
                    : begun(reading, rows.get(BATCH - 1).id());
            rows.forEach(use);
        }
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
