package io.redress.bench;

import static io.redress.bench.Office.JSON;

import io.redress.privacy.BenchCells;
import io.redress.privacy.software.KeyFile;
import io.redress.tally.BenchWeeks;
import io.redress.testing.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What every job of the service costs, beside what the database can do at best: see src/docs/performance.md for how to run
 * it and what came out.
 */
public final class Bench {

    private static final int CLIENTS = 8;

    /** How many different requests stand for all of a kind; on both sides the same. */
    private static final int SAMPLES = 100;

    private static final List<String> PLATFORMS = List.of("甲宝（虚构）", "乙财（虚构）", "丙盈（虚构）", "丁贷（虚构）", "戊金（虚构）");
    /** What the statements are prepared with before they are listened to. */
    private static final int WARMING = 10;

    /** Seconds: what is compiled while it is measured is measured too low. */
    private static final int WARM_UP = Integer.getInteger("bench.warm", 60);

    /** Seconds for another kind of request, when the program itself is warm. */
    private static final int WARM_UP_MORE = Integer.getInteger("bench.warm.more", 15);

    /** Which scenarios, for whoever works on one of them. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("bench.only", ""));

    private static final String COPY =
            "copy (select r.number, i.name, r.received_at, r.declared_net_loss, i.document_number,"
                    + " i.phone from registration r join investor i on i.id = r.investor_id order by r.id desc) to stdout (format csv)";

    private static final String REGISTRATIONS = "/api/v1/registrations";
    private static final String LOOKUP = "/api/v1/investors/lookup";

    private final long people;
    private final int seconds;
    private final Path folder;
    private final Database database;
    private final Wrk wrk;
    private final Pgbench pgbench;
    private final List<Result> results = new ArrayList<>();
    private final List<String> platforms = new ArrayList<>();
    private final List<String> villages = new ArrayList<>();
    private Loader loader;
    private int round;

    private Bench(long people, int seconds, Path folder, Database database) {
        this.people = people;
        this.seconds = seconds;
        this.folder = folder;
        this.database = database;
        this.wrk = new Wrk(folder);
        this.pgbench = new Pgbench(folder, database.service());
    }

    /** Arguments: how many people, seconds for each measurement, and perhaps a file of an earlier run to compare with. */
    public static void main(String[] arguments) throws Exception {
        var people = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        var folder = Files.createTempDirectory("redress-bench");
        try (var database = Database.open(folder.resolve("server"), System.getenv())) {
            var bench = new Bench(people, seconds, folder, database);
            bench.prepare();
            bench.measure();
            bench.report(arguments.length > 2 ? Path.of(arguments[2]) : null);
        } finally {
            delete(folder);
        }
    }

    private Path home() {
        return folder.resolve("program");
    }

    private void prepare() throws Exception {
        new KeyFile(Program.keyFile(home())).create();
        try (var program = Program.startQuiet(home(), database)) {
            Office.open(program::uri);
            var office = Office.of(program::uri);
            for (var name : PLATFORMS) {
                platforms.add(office.send(
                                "POST",
                                "/api/v1/platforms",
                                Map.of(
                                        "name",
                                        name,
                                        "kind",
                                        "ONLINE_LENDING",
                                        "stage",
                                        "COLLAPSED",
                                        "setOff",
                                        List.of("RETURNS", "CONSUMPTION", "GOODS"),
                                        "watched",
                                        true))
                        .path("id")
                        .asText());
            }
        }
        loader = new Loader(database, new BenchCells(Program.keyFile(home())));
        villages.addAll(loader.villages());
        var began = System.nanoTime();
        loader.load(people);
        System.err.printf("loaded in %d s%n", (System.nanoTime() - began) / 1_000_000_000);
        database.execute(Script.IDS);
    }

    /** Reads first, since the limit of what writes leaves rows behind that nobody can read. */
    private void measure() throws Exception {
        var reads = new LinkedHashMap<String, List<Wrk.Request>>();
        var scripts = new LinkedHashMap<String, List<String>>();
        String registering;
        List<String> correcting;
        try (var program = Program.startQuiet(home(), database)) {
            var office = Office.of(program::uri);
            reads.putAll(reads(office));
            reads.keySet().removeIf(scenario -> !isWanted(scenario));
            for (var read : reads.entrySet()) {
                scripts.put(read.getKey(), listen(office, read.getValue()));
            }
            registering = Script.writing(listenToRegistering(office, 1), listenToRegistering(office, 2));
            correcting = isWanted("correct") ? listenToCorrecting(office) : List.of();
        }
        if (Boolean.getBoolean("bench.plans")) {
            explain(scripts, registering, correcting);
        }
        try (var program = Program.start(home(), database)) {
            results.add(Result.once(
                    "cold start to ready", program.untilReady().toMillis(), program.residentMiB() + " MiB at rest"));
            var cookie = Office.of(program::uri).cookie();
            warmUp(program, cookie);
            results.add(memory("after registering", program));
            for (var read : reads.entrySet()) {
                var script = Wrk.sending(read.getValue(), cookie);
                wrk.run(program.uri("/"), script, CLIENTS, WARM_UP_MORE);
                var ours = wrk.run(program.uri("/"), script, CLIENTS, seconds);
                var limit = pgbench.run(scripts.get(read.getKey()), CLIENTS, seconds);
                results.add(Result.compared(read.getKey(), ours, limit));
            }
            if (isWanted("once")) {
                once(Office.of(program::uri));
                register(program, cookie, seconds);
            }
            results.add(memory("after everything", program));
            if (isWanted("register")) {
                var ours = register(program, cookie, seconds);
                var limit = pgbench.run(List.of(registering), CLIENTS, seconds);
                results.add(Result.compared("register", ours, limit));
            }
            if (isWanted("correct")) {
                correct(program, cookie, correcting);
            }
            if (isWanted("together")) {
                together(cookie);
            }
        }
    }

    private static Result memory(String when, Program program) throws IOException {
        return Result.note("memory " + when, program.residentMiB() + " MiB resident, heap of 256 MiB");
    }

    private boolean isWanted(String scenario) {
        return ONLY.matcher(scenario).find();
    }

    /** From the first request on, until the program is as fast as it gets. */
    private void warmUp(Program program, String cookie) throws IOException, InterruptedException {
        var first = new ArrayList<Rate>();
        for (var second = 0; second < 10; second++) {
            first.add(register(program, cookie, 1));
        }
        register(program, cookie, WARM_UP);
        var warm = register(program, cookie, seconds);
        var all = first.stream().mapToDouble(Rate::perSecond).average().orElseThrow();
        var last = first.get(first.size() - 1).perSecond();
        results.add(Result.alone(
                "register, first ten seconds",
                new Rate(all, first.get(0).p50(), first.get(0).p99(), 0),
                "%.2f of the warm rate in the tenth, %.2f in all ten"
                        .formatted(last / warm.perSecond(), all / warm.perSecond())));
    }

    private Rate register(Program program, String cookie, int forSeconds) throws IOException, InterruptedException {
        return wrk.run(program.uri("/"), Registering.script(round++, platforms, villages, cookie), CLIENTS, forSeconds);
    }

    private void explain(Map<String, List<String>> reading, String registering, List<String> correcting)
            throws IOException, SQLException {
        var scripts = new LinkedHashMap<String, String>();
        reading.forEach((scenario, script) -> scripts.put(scenario, script.get(0)));
        scripts.put("register", registering);
        correcting.stream().findFirst().ifPresent(script -> scripts.put("correct", script));
        Plans.write(Path.of("target", "bench-plans-" + people + ".txt"), database, scripts);
    }

    /** The first half to warm up, since the last answers of a run are not waited for. */
    private void correct(Program program, String cookie, List<String> limiting) throws Exception {
        var some = uncorrected(2 * Correcting.SOME);
        correct(program, some.subList(0, some.size() / 2), cookie, WARM_UP_MORE);
        var ours = correct(program, some.subList(some.size() / 2, some.size()), cookie, seconds);
        results.add(Result.compared("correct, with If-Match", ours, pgbench.run(limiting, CLIENTS, seconds)));
    }

    private Rate correct(Program program, List<String> registrations, String cookie, int forSeconds)
            throws IOException, InterruptedException {
        return wrk.run(program.uri("/"), Correcting.script(registrations, cookie), CLIENTS, forSeconds);
    }

    /** Of those that were loaded: the limit of registering leaves rows behind that nobody can decrypt. */
    private List<String> uncorrected(int limit) throws SQLException {
        return database.column("select id from registration where version = 0 and received_by = 'bench'"
                + " order by md5(id::text) limit " + limit);
    }

    /** Each kind of reading by many different requests. */
    private Map<String, List<Wrk.Request>> reads(Office office) throws Exception {
        var reads = new LinkedHashMap<String, List<Wrk.Request>>();
        var some = new ArrayList<Invented>();
        for (var i = 0; i < SAMPLES; i++) {
            some.add(Invented.of(i * (people / SAMPLES)));
        }
        reads.put("look up a document number", lookUps(some, "documentNumber", Invented::documentNumber));
        reads.put("look up a phone", lookUps(some, "phone", Invented::phone));
        reads.put(
                "look up the beginning of a name",
                lookUps(some, "name", one -> one.name().substring(0, 2)));
        reads.put("look up initials", lookUps(some, "name", Invented::initials));
        reads.put("person page", persons());
        var first = filtered();
        reads.put("list of 50, platform and town", gets(first));
        reads.put("list of 50, the same half way down", gets(deep(office, first)));
        reads.put("list of 50", gets(List.of(REGISTRATIONS + "?limit=50")));
        reads.put("list of 50, half way down", gets(deep(office, List.of(REGISTRATIONS + "?limit=50"))));
        return reads;
    }

    private static List<Wrk.Request> lookUps(
            List<Invented> people, String criterion, Function<Invented, String> value) {
        return people.stream()
                .map(one -> new Wrk.Request("POST", LOOKUP, "{\"" + criterion + "\":\"" + value.apply(one) + "\"}"))
                .toList();
    }

    private static List<Wrk.Request> gets(List<String> paths) {
        return paths.stream().map(path -> new Wrk.Request("GET", path, null)).toList();
    }

    private List<Wrk.Request> persons() throws SQLException {
        return gets(database.column(
                "select '/api/v1/investors/' || id from (select id, row_number() over (order by id) as n"
                        + " from investor) one where n % " + (people / SAMPLES) + " = 0 limit " + SAMPLES));
    }

    private List<String> filtered() {
        var towns =
                villages.stream().map(code -> code.substring(0, 9)).distinct().toList();
        var paths = new ArrayList<String>();
        for (var platform : platforms) {
            towns.forEach(town -> paths.add(REGISTRATIONS + "?limit=50&platformId=" + platform + "&areaCode=" + town));
        }
        return paths.subList(0, Math.min(paths.size(), SAMPLES));
    }

    /** The same lists from the middle of the register on: a cursor names a list and a place in it. */
    private List<String> deep(Office office, List<String> paths) throws Exception {
        var middle = database.column("select id from registration order by id offset " + people / 2 + " limit 1")
                .get(0);
        var deep = new ArrayList<String>();
        for (var path : paths) {
            var next = office.get(path).path("next").asText(null);
            if (next != null) {
                var place = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);
                var there = place.substring(0, place.indexOf('|') + 1) + middle;
                deep.add(path + "&cursor="
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(there.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return deep;
    }

    /** What the server hears of each request, as a script. */
    private List<String> listen(Office office, List<Wrk.Request> requests) throws Exception {
        for (var request : requests.subList(0, Math.min(WARMING, requests.size()))) {
            ask(office, request);
        }
        var heard = database.listen(() -> {
            for (var request : requests) {
                ask(office, request);
            }
        });
        return split(heard).stream().map(Script::reading).toList();
    }

    private static void ask(Office office, Wrk.Request request) throws IOException, InterruptedException {
        office.send(request.method(), request.path(), request.body() == null ? null : JSON.readTree(request.body()));
    }

    /** Each request begins with finding out who asks. */
    private static List<List<Statement>> split(List<Statement> heard) {
        var parts = new ArrayList<List<Statement>>();
        for (var statement : heard) {
            if (statement.sql().contains("from access_token")) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(statement);
        }
        return parts;
    }

    private List<Statement> listenToRegistering(Office office, int serial) throws Exception {
        for (var i = 0; i < WARMING; i++) {
            Registering.once(office, platforms.get(0), villages.get(0), stranger(serial * 100L + i));
        }
        return database.listen(
                () -> Registering.once(office, platforms.get(0), villages.get(0), stranger(serial * 100L + WARMING)));
    }

    private List<String> listenToCorrecting(Office office) throws Exception {
        var registrations = uncorrected(SAMPLES);
        var heard = new ArrayList<List<List<Statement>>>();
        for (var version = 0; version < 2; version++) {
            var next = version;
            heard.add(split(database.listen(() -> {
                for (var registration : registrations) {
                    Correcting.once(office, registration, next);
                }
            })));
        }
        var scripts = new ArrayList<String>();
        for (var i = 0; i < registrations.size(); i++) {
            scripts.add(Script.writing(
                    Correcting.again(heard.get(0).get(i), registrations.get(i)),
                    Correcting.again(heard.get(1).get(i), registrations.get(i))));
        }
        return scripts;
    }

    /** Nobody who was loaded. */
    private Invented stranger(long serial) {
        return Invented.of(people + Loader.BUSY + serial);
    }

    /** What is done once in a while, by one person who waits for it. */
    private void once(Office office) throws Exception {
        var busy = loader.busyEnd();
        var raw = BenchWeeks.closeAndUndo(database.owner(), busy);
        var closing = millis(() -> office.send("POST", "/api/v1/reporting-weeks/" + busy + "/close", Map.of()));
        results.add(Result.once("close a week of 10 000 entries", closing, raw, "limit: its two statements alone"));
        var bulletin = new String[1];
        var drafting = millis(() -> bulletin[0] = office.send(
                        "POST",
                        "/api/v1/bulletins",
                        Map.of("weekEndsOn", busy.toString(), "platformId", platforms.get(0)))
                .path("id")
                .asText());
        results.add(Result.once("draft its bulletin", drafting, ""));
        var year = "/api/v1/figures?from=" + busy.minusYears(1).plusDays(1) + "&to=" + busy;
        office.get(year);
        results.add(Result.once("figures of a year", millis(() -> office.get(year)), ""));
        for (var format : List.of("docx", "xlsx", "pdf")) {
            var path = "/api/v1/bulletins/" + bulletin[0] + "." + format;
            office.download("GET", path, null);
            results.add(Result.once(format.toUpperCase(), millis(() -> office.download("GET", path, null)), ""));
        }
        var rows = people + Loader.BUSY;
        var copied = millis(() -> database.copyOut(COPY));
        var bytes = new long[1];
        Job streaming = () -> bytes[0] = office.download("POST", REGISTRATIONS + "/exports", Map.of("format", "CSV"));
        streaming.run();
        var streamed = millis(streaming);
        results.add(Result.once(
                "all registrations as CSV",
                streamed,
                copied,
                "%,d rows, %,.0f a second, %d MiB; limit: psql copy"
                        .formatted(rows, rows * 1000 / streamed, bytes[0] >> 20)));
        results.add(Result.once("sign in", millis(() -> Office.of(office.address())), "one at a time"));
    }

    @FunctionalInterface
    private interface Job {
        void run() throws Exception;
    }

    private static double millis(Job job) throws Exception {
        var began = System.nanoTime();
        job.run();
        return (System.nanoTime() - began) / 1e6;
    }

    /** Two instances take registrations while somebody closes one week after another; then everything has to add up. */
    private void together(String cookie) throws Exception {
        var before = database.number("select count(*) from registration");
        try (var one = Program.start(home(), database);
                var other = Program.start(folder.resolve("other"), database, home())) {
            var office = Office.of(one::uri);
            var first = CompletableFuture.supplyAsync(() -> quietly(() -> register(one, cookie, seconds)));
            var second = CompletableFuture.supplyAsync(() -> quietly(() -> register(other, cookie, seconds)));
            for (var week = 1; week <= Loader.QUIET_WEEKS; week++) {
                office.send(
                        "POST", "/api/v1/reporting-weeks/" + loader.busyEnd().plusWeeks(week) + "/close", Map.of());
                Thread.sleep(seconds * 1000L / (Loader.QUIET_WEEKS + 1));
            }
            var rate = new Rate(
                    first.join().perSecond() + second.join().perSecond(),
                    Math.max(first.join().p50(), second.join().p50()),
                    Math.max(first.join().p99(), second.join().p99()),
                    first.join().failed() + second.join().failed());
            var taken = database.number("select count(*) from registration") - before;
            var counted =
                    database.number("select coalesce(sum(count), 0) from tally_entry where measure = 'REGISTERED'");
            var live = database.number("select count(*) from registration where status in ('RECEIVED', 'VERIFIED')");
            var late = database.number("select count(*) from tally_entry e join reporting_week w on w.id = e.week_id"
                    + " where e.recorded_at >= w.cut_off_at");
            results.add(Result.alone(
                    "register by two instances",
                    rate,
                    "%,d taken in; %s"
                            .formatted(
                                    taken,
                                    counted == live && late == 0
                                            ? "every one counted once, in its week"
                                            : "WRONG: %d counted of %d, %d in a week too early"
                                                    .formatted(counted, live, late))));
        }
    }

    @FunctionalInterface
    private interface Measuring {
        Rate run() throws IOException, InterruptedException;
    }

    private static Rate quietly(Measuring measuring) {
        try {
            return measuring.run();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(Path earlier) throws IOException, SQLException {
        Machine machine;
        try (var connection = database.connect()) {
            machine = Machine.here(connection);
        }
        System.out.printf("%n%s%n%,d people, %d clients, %d s each%n%n", machine, people, CLIENTS, seconds);
        System.out.printf(
                "%-34s %10s %9s %9s %10s %9s %6s%n", "", "a second", "p50 ms", "p99 ms", "limit", "p99 ms", "ratio");
        results.forEach(System.out::println);
        var run = new Run(machine, people, CLIENTS, seconds, results);
        var file = Path.of("target", "bench-" + people + ".json");
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), run);
        System.out.println("\n" + file);
        if (earlier != null) {
            run.compareWith(JSON.readValue(earlier.toFile(), Run.class));
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var entries = Files.walk(tree)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }
}
