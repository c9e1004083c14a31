package io.redress.tally;

import io.redress.area.AreaScope;
import io.redress.audit.BenchMigrations;
import io.redress.database.EmbeddedDatabase;
import io.redress.privacy.software.CryptoModules;
import io.redress.privacy.software.KeyFile;
import io.redress.registration.report.RegistrationMeasure;
import io.redress.tally.BenchPlan.Cost;
import io.redress.tally.closing.Closing;
import io.redress.tally.figures.Grouping;
import io.redress.tally.figures.RangeFigures;
import io.redress.tally.figures.RangeQuery;
import io.redress.tally.figures.Reconciliation;
import io.redress.tally.figures.Slices;
import io.redress.tally.figures.Timeline;
import io.redress.tally.figures.YearTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What closing and reading figures cost with a short history and with a long one, by the statements of the program itself.
 *
 * <p>{@code mvn -q -P bench test-compile exec:java@bench -Dbench=io.redress.tally.TallyBench}, with {@code -Dexec.args=-v} for the plans; other arguments are
 * entries a week and lengths of history in weeks.
 */
public final class TallyBench {

    private static final int ENTRIES_A_WEEK = 10_000;
    private static final List<Integer> HISTORIES = List.of(20, 60, 520);

    private final Connection connection;
    private final BenchHistory history;
    private final boolean isVerbose;
    private final ReportingCalendar calendar = new ReportingCalendar(new SundayAtMidnight());

    private record SundayAtMidnight(DayOfWeek weekEndsOn, int closeHour, boolean autoClose)
            implements ReportingCalendar.Settings {
        SundayAtMidnight() {
            this(DayOfWeek.SUNDAY, 24, false);
        }
    }

    /** Name of what was measured → length of history → cost. */
    private final Map<String, Map<Integer, Cost>> costs = new LinkedHashMap<>();

    private TallyBench(Connection connection, int entriesAWeek, boolean isVerbose) throws SQLException {
        this.connection = connection;
        this.history = new BenchHistory(connection, entriesAWeek);
        this.isVerbose = isVerbose;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        var numbers = Stream.of(arguments)
                .filter(word -> word.matches("\\d+"))
                .map(Integer::valueOf)
                .toList();
        var entries = numbers.isEmpty() ? ENTRIES_A_WEEK : numbers.get(0);
        var histories = numbers.size() < 2 ? HISTORIES : numbers.subList(1, numbers.size());
        var folder = Files.createTempDirectory("redress-bench");
        try (var database = EmbeddedDatabase.start(folder)) {
            var owner = database.owner();
            var keys = folder.resolve("redress.keys");
            new KeyFile(keys).create();
            BenchMigrations.migrate(database, CryptoModules.open(new KeyFile(keys)));
            try (var connection = DriverManager.getConnection(owner.url(), owner.username(), owner.password())) {
                new TallyBench(connection, entries, List.of(arguments).contains("-v")).run(histories);
            }
        } finally {
            delete(folder);
        }
    }

    private void run(List<Integer> histories) throws SQLException {
        for (var weeks : histories) {
            history.growTo(weeks - 1);
            history.enterWeek();
            closing(weeks);
            history.enterPartOfWeek();
            history.vacuum();
            reading(weeks);
        }
        print(histories);
    }

    private void closing(int weeks) throws SQLException {
        var week = history.addWeek();
        cost(
                "closing: claim the week's entries",
                weeks,
                BenchPlan.ofChange(
                        connection,
                        Closing.CLAIM,
                        claim -> Closing.bindClaim(claim, week.id(), week.cutOffAt()),
                        isVerbose));
        cost(
                "closing: carry the figures forward",
                weeks,
                BenchPlan.ofChange(
                        connection,
                        Closing.CARRY_FORWARD,
                        carry -> Closing.bindCarryForward(carry, week.id(), week.previousId()),
                        isVerbose));
    }

    private void reading(int weeks) throws SQLException {
        var week = history.latest();
        var platform = history.platform();
        cost(
                "a week's figures, one platform",
                weeks,
                BenchPlan.ofReading(
                        connection,
                        WeekFigures.BY_PLATFORM,
                        select -> WeekFigures.bind(select, week.id(), AreaScope.EVERYWHERE, platform),
                        isVerbose));
        cost(
                "a week's figures by town",
                weeks,
                BenchPlan.ofReading(
                        connection,
                        WeekFigures.BY_TOWN,
                        select -> WeekFigures.bind(select, week.id(), AreaScope.EVERYWHERE, platform),
                        isVerbose));
        var last = week.endsOn();
        var shown = Set.<Measure>of(RegistrationMeasure.REGISTERED, RegistrationMeasure.AFFECTED);
        range(
                "trend of twelve weeks",
                weeks,
                new RangeQuery(last.minusWeeks(11), last, Grouping.WEEK, platform, null, false, false, shown));
        range(
                "running week so far, by town",
                weeks,
                new RangeQuery(last.plusDays(1), last.plusDays(7), null, null, null, true, true, Set.of()));
        range(
                "thirteen weeks by month",
                weeks,
                new RangeQuery(last.minusDays(91), last, Grouping.MONTH, null, null, true, false, Set.of()));
        if (weeks > 53) {
            range(
                    "a year by month",
                    weeks,
                    new RangeQuery(last.minusDays(364), last, Grouping.MONTH, null, null, true, false, Set.of()));
            reconciliation(weeks, last.minusDays(200).getYear());
        }
    }

    private void range(String name, int weeks, RangeQuery query) throws SQLException {
        var periods = query.periods(calendar);
        var from = periods.get(0).startsOn();
        var to = periods.get(periods.size() - 1).endsOn();
        var slices = Slices.of(periods, query.by(), Timeline.about(from, to, connection), calendar);
        cost(
                name + ": its weeks",
                weeks,
                BenchPlan.ofReading(connection, Timeline.WEEKS, select -> Timeline.bind(select, from, to), isVerbose));
        cost(
                name,
                weeks,
                BenchPlan.ofReading(
                        connection,
                        RangeFigures.MOVEMENTS,
                        select -> RangeFigures.bind(select, query, AreaScope.EVERYWHERE, slices),
                        isVerbose));
    }

    private void reconciliation(int weeks, int year) throws SQLException {
        var first = LocalDate.of(year, 1, 1);
        var terms = new YearTerms(year, Timeline.about(first, LocalDate.of(year, 12, 31), connection));
        cost(
                "reconciliation: a year's entries",
                weeks,
                BenchPlan.ofReading(
                        connection,
                        Reconciliation.YEAR,
                        select -> Reconciliation.bind(select, year, AreaScope.EVERYWHERE),
                        isVerbose));
        cost(
                "reconciliation: a year's weeks",
                weeks,
                BenchPlan.ofReading(
                        connection,
                        YearTerms.TERMS,
                        select -> select.setString(terms.bind(select), AreaScope.EVERYWHERE.pattern()),
                        isVerbose));
    }

    private void cost(String name, int weeks, Cost cost) {
        costs.computeIfAbsent(name, none -> new LinkedHashMap<>()).put(weeks, cost);
    }

    private void print(List<Integer> histories) throws SQLException {
        System.out.printf(
                "%n%d entries a week, %d figures a week; rows read, 8 kB buffers touched, milliseconds%n%n",
                history.entriesAWeek(), history.figures());
        var heading = new StringBuilder("%-36s".formatted("history in weeks"));
        histories.forEach(weeks -> heading.append(" |%9d %9s %9s".formatted(weeks, "", "")));
        System.out.println(heading + " | longest/shortest: rows, buffers, time");
        costs.forEach((name, byWeeks) -> System.out.println(line(name, byWeeks, histories)));
    }

    private static String line(String name, Map<Integer, Cost> byWeeks, List<Integer> histories) {
        var line = new StringBuilder("%-36s".formatted(name));
        for (var weeks : histories) {
            var cost = byWeeks.get(weeks);
            line.append(
                    cost == null
                            ? " |" + " ".repeat(29)
                            : " |%9d %9d %9.1f".formatted(cost.rows(), cost.buffers(), cost.milliseconds()));
        }
        var measured = new ArrayList<>(byWeeks.values());
        var first = measured.get(0);
        var last = measured.get(measured.size() - 1);
        return line
                + " | %.2f %.2f %.2f"
                        .formatted(
                                (double) last.rows() / first.rows(),
                                (double) last.buffers() / first.buffers(),
                                last.milliseconds() / first.milliseconds());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
