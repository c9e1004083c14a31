package io.redress.exchange;

import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.area.Area;
import io.redress.area.AreaScope;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.problem.Problem;
import io.redress.common.sheet.Cell;
import io.redress.common.sheet.Csv;
import io.redress.common.sheet.CsvLines;
import io.redress.common.sheet.Sheet;
import io.redress.common.sheet.Xlsx;
import io.redress.common.time.Clocks;
import io.redress.exchange.ExportRegister.Format;
import io.redress.platform.Platform;
import io.redress.registration.PersonalField;
import io.redress.registration.Register;
import io.redress.registration.Register.Filter;
import io.redress.registration.RegisterLine;
import io.redress.reveal.Reveals;
import io.redress.reveal.Stated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Takes the register away. Lines are read a batch at a time, latest first, each batch as the register then is: a register of
 * a million does not hold a snapshot open, and one received while it is read is not in it.
 */
@ApplicationScoped
class Exports {

    static final int LONGEST_WORKBOOK = 20_000;

    private static final int BATCH = 1_000;
    private static final List<PersonalField> SHOWN =
            List.of(PersonalField.DOCUMENT_NUMBER, PersonalField.PHONE, PersonalField.STREET_ADDRESS);

    private final Register register;
    private final Reveals reveals;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private final ManagedExecutor executor;

    Exports(Register register, Reveals reveals, Event<DomainEvent> events, Clock clock, ManagedExecutor executor) {
        this.register = register;
        this.reveals = reveals;
        this.events = events;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * Notes who takes what away and what for, before anything is read.
     *
     * @throws Problem 403 when this viewer may not have it in clear, 429 when they had it too often
     */
    @Transactional
    RegisterColumns begin(ExportRegister request, Viewer viewer) {
        note(request, viewer);
        return new RegisterColumns(Platform.names(), Area.names());
    }

    private void note(ExportRegister request, Viewer viewer) {
        if (request.inClear() == null) {
            events.fire(new AuditEvent(
                    "register-exported",
                    "Registration",
                    null,
                    null,
                    Map.of("format", request.format().name())));
            return;
        }
        if (!viewer.is(Role.SECTION_CHIEF) && !viewer.is(Role.DIRECTOR)) {
            throw Problem.of(403, "export-in-clear-forbidden");
        }
        var stated = Stated.of(request.inClear().purpose(), request.inClear().note(), "/inClear");
        reveals.noteExport(viewer, SHOWN, stated);
    }

    /** Writes the lines as they are read. */
    void writeCsv(ExportRegister request, RegisterColumns columns, AreaScope scope, OutputStream out)
            throws IOException {
        var charset = request.format() == Format.CSV_GB18030 ? Csv.GB18030 : StandardCharsets.UTF_8;
        try (var lines = new CsvLines(out, charset, RegisterColumns.HEADINGS)) {
            each(request, scope, line -> lines.write(columns.of(line)));
        }
    }

    /** @throws Problem 422 when there are more lines than a workbook is good for */
    byte[] workbook(ExportRegister request, RegisterColumns columns, AreaScope scope) {
        var rows = new ArrayList<List<Cell>>();
        each(request, scope, line -> {
            if (rows.size() == LONGEST_WORKBOOK) {
                throw Problem.of(422, "export-too-long", LONGEST_WORKBOOK);
            }
            rows.add(columns.of(line));
        });
        var sheet = Sheet.data("名册", RegisterColumns.HEADINGS, rows);
        return Xlsx.of("受理登记名册", clock.instant(), List.of(sheet));
    }

    /** While one batch is used, the next is read. */
    private void each(ExportRegister request, AreaScope scope, Consumer<RegisterLine> use) {
        var next = reading(request, scope, null);
        while (next != null) {
            var lines = read(next);
            next = lines.size() < BATCH
                    ? null
                    : reading(request, scope, lines.get(BATCH - 1).id());
            lines.forEach(use);
        }
    }

    private FutureTask<List<RegisterLine>> reading(ExportRegister request, AreaScope scope, UUID below) {
        var reading =
                new FutureTask<>(() -> register.lines(filter(request), scope, below, BATCH, request.inClear() != null));
        executor.execute(reading);
        return reading;
    }

    /** Does it here unless another thread has begun it: were all of them exporting, none would be left to read. */
    private static List<RegisterLine> read(FutureTask<List<RegisterLine>> reading) {
        reading.run();
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the register was read", e);
        }
    }

    private static Filter filter(ExportRegister request) {
        return new Filter(
                request.platformId(),
                request.areaCode() == null ? null : AreaScope.of(request.areaCode()),
                request.status(),
                beginning(request.receivedFrom()),
                request.receivedTo() == null
                        ? null
                        : beginning(request.receivedTo().plusDays(1)),
                null);
    }

    private static Instant beginning(LocalDate day) {
        return day == null ? null : day.atStartOfDay(Clocks.BUREAU).toInstant();
    }
}
