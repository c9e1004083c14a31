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
 * Takes lists away. Rows are read a batch at a time, latest first, each batch as the list then is: a register of a million does
 * not hold a snapshot open, and one received while it is read is not in it.
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

    /** @throws Problem 422 when there is no such list, with those there are */
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
     * Keeps who takes what away and what for, before anything is read.
     *
     * @param inClear null for a masked list
     * @throws Problem 403 when this viewer may not have it in clear, 422 when nothing in it is masked, 429 when they had it too
     *     often
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

    /** Writes the rows as they are read. */
    void writeCsv(ExportedList list, Reading reading, ExportFormat format, OutputStream out) throws IOException {
        try (var lines = new CsvLines(out, format.charset(), list.headings())) {
            each(reading, row -> lines.write(row.cells()));
        }
    }

    /** @throws Problem 422 when there are more rows than a workbook is good for */
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

    /** While one batch is used, the next is read. */
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

    /** Does it here unless another thread has begun it: were all of them exporting, none would be left to read. */
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
