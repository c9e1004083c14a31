package io.redress.bench;

import io.redress.common.time.Clocks;
import io.redress.privacy.BenchCells;
import io.redress.privacy.BlindIndex;
import io.redress.registration.BenchNumbers;
import io.redress.registration.investor.BenchNames;
import io.redress.tally.BenchWeeks;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Fills the register with invented people as if they had come in over a year: each with one registration of two investments
 * and a repayment, encrypted as the program encrypts, counted in the tally and told in the audit trail (unsealed and with codes
 * that prove nothing), the weeks closed up to the busy one. Kept answers there are none: they are forgotten after a week.
 */
final class Loader {

    static final int CLOSED_WEEKS = 52;

    /** Six entries each: the busy week has ten thousand. */
    static final int BUSY = 1_667;

    /** After the busy week, for whoever closes weeks while others register. */
    static final int QUIET_WEEKS = 11;

    private static final int CHUNK = 2_000;
    private static final HexFormat HEX = HexFormat.of();
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put(
                "investor",
                "id, version, kind, name, document_type, sex, area_code, elderly, hardship,"
                        + " created_at, document_number, document_index, phone, phone_index, born_on, street_address");
        COLUMNS.put("investor_name_token", "token, is_exact, investor_id, area_code");
        COLUMNS.put(
                "registration",
                "id, version, number, platform_id, investor_id, status, channel, received_at, received_by, evidence_shown,"
                        + " notices_given, acted_as_salesperson, declared_principal, declared_principal_repaid,"
                        + " declared_returns_paid, declared_net_loss");
        COLUMNS.put("investment", "id, registration_id, position, product, invested_on, principal, rolled_over");
        COLUMNS.put("repayment", "id, registration_id, position, repaid_on, kind, amount");
        COLUMNS.put("registration_history", "id, registration_id, what, happened_at, happened_by, net_loss");
        COLUMNS.put(
                "tally_entry",
                "id, platform_id, area_code, measure, count, amount, moved, recorded_at, cause, cause_id, week_id");
    }

    /** An id of ours is in order already, and none of another entry. */
    private static final List<String> TRAIL = List.of("""
            insert into audit_entry (id, occurred_at, account_id, actor, address, action, outcome, effect, record_type, record_id,
                request_id, mac, changes)
            select r.id, r.received_at, account.id, account.name, '127.0.0.1', 'registration_register', 'DONE', 'CREATED',
                'registration', r.id, r.id, sha256(convert_to(r.id::text, 'UTF8')),
                json_build_object('number', array[null, r.number], 'platformId', array[null, r.platform_id::text],
                    'investor', array[null, r.investor_id::text], 'status', array[null, r.status],
                    'channel', array[null, r.channel], 'receivedAt', array[null, r.received_at::text],
                    'receivedBy', array[null, r.received_by], 'evidenceShown', array[null, r.evidence_shown::text],
                    'noticesGiven', array[null, r.notices_given::text],
                    'declared.principal', array[null, r.declared_principal::text],
                    'declared.returnsPaid', array[null, r.declared_returns_paid::text],
                    'declared.netLoss', array[null, r.declared_net_loss::text])
            from registration r cross join (select id, name from account where username = 'chief') account
            order by r.id
            """, """
            insert into audit_entry (id, occurred_at, account_id, actor, address, action, outcome, effect, record_type, record_id,
                request_id, mac, changes)
            select i.id, i.created_at, account.id, account.name, '127.0.0.1', 'registration_register', 'DONE', 'CREATED',
                'investor', i.id, i.id, sha256(convert_to(i.id::text, 'UTF8')),
                json_build_object('kind', array[null, i.kind], 'name', array[null, '***'], 'sex', array[null, i.sex],
                    'documentType', array[null, i.document_type], 'documentNumber', array[null, '***'],
                    'phone', array[null, '***'], 'areaCode', array[null, i.area_code], 'streetAddress', array[null, '***'],
                    'createdAt', array[null, i.created_at::text])
            from investor i cross join (select id, name from account where username = 'chief') account
            order by i.id
            """);

    private final Database database;
    private final BenchCells cells;
    private final List<String> platforms;
    private final List<String> villages;
    private final LocalDate busyEnd;
    private final List<UUID> weeks = new ArrayList<>();

    Loader(Database database, BenchCells cells) throws SQLException {
        this.database = database;
        this.cells = cells;
        this.platforms = database.column("select id from platform order by name");
        this.villages = database.column(
                "select code from area where level = 'VILLAGE' and successor_code is null order by code");
        this.busyEnd = Clocks.today(Clock.systemUTC())
                .with(TemporalAdjusters.previous(DayOfWeek.SUNDAY))
                .minusWeeks(QUIET_WEEKS);
    }

    /** The last day of the week with ten thousand entries, open yet. */
    LocalDate busyEnd() {
        return busyEnd;
    }

    List<String> villages() {
        return villages;
    }

    /** People of closed weeks, and those of the busy one after them. */
    void load(long people) throws IOException, SQLException {
        try (var connection = database.connect()) {
            for (var week = 0; week < CLOSED_WEEKS; week++) {
                weeks.add(id(endOf(week), new SplittableRandom(week)));
                BenchWeeks.enter(connection, weeks.get(week), endOf(week));
            }
            var last = people + BUSY;
            for (var from = 0L; from < last; from += CHUNK) {
                copy(connection, from, Math.min(from + CHUNK, last), people);
                System.err.printf("\rloading %,d of %,d", Math.min(from + CHUNK, last), last);
            }
            System.err.println();
            for (var week = 0; week < CLOSED_WEEKS; week++) {
                BenchWeeks.carryForward(connection, weeks.get(week), week == 0 ? null : weeks.get(week - 1));
            }
            try (var statement = connection.createStatement()) {
                statement.execute("select setval('registration_serial', " + last + ")");
                for (var telling : TRAIL) {
                    statement.execute(telling);
                }
                statement.execute("vacuum (analyze)");
            }
        }
    }

    private LocalDate endOf(int week) {
        return busyEnd.minusWeeks(CLOSED_WEEKS - (long) week);
    }

    private static UUID id(LocalDate day, SplittableRandom random) {
        return id(day.atStartOfDay(Clocks.BUREAU).toInstant(), random);
    }

    /** RFC 9562, version 7, as the program's own. */
    private static UUID id(Instant moment, SplittableRandom random) {
        return new UUID(
                moment.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12),
                Long.MIN_VALUE | random.nextLong() >>> 2);
    }

    private void copy(Connection connection, long from, long to, long people) throws IOException, SQLException {
        var lines = new LinkedHashMap<String, StringBuilder>();
        COLUMNS.keySet().forEach(table -> lines.put(table, new StringBuilder()));
        for (var serial = from; serial < to; serial++) {
            write(Invented.of(serial), momentOf(serial, people), serial < people ? weekOf(serial, people) : -1, lines);
        }
        var copying = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : lines.entrySet()) {
            copying.copyIn(
                    "copy " + table.getKey() + " (" + COLUMNS.get(table.getKey()) + ") from stdin",
                    new StringReader(table.getValue().toString()));
        }
    }

    private static int weekOf(long serial, long people) {
        return (int) (serial * CLOSED_WEEKS / people);
    }

    /** People come evenly, and one after another. */
    private Instant momentOf(long serial, long people) {
        var minutes = 7 * 24 * 60;
        var isBusy = serial >= people;
        var week = isBusy ? CLOSED_WEEKS : weekOf(serial, people);
        var first = (long) week * people / CLOSED_WEEKS;
        var part = isBusy ? (double) (serial - people) / BUSY : (serial - first) * CLOSED_WEEKS / (double) people;
        var begin = (isBusy ? busyEnd : endOf(week))
                .minusDays(6)
                .atStartOfDay(Clocks.BUREAU)
                .toInstant();
        return begin.plusMillis((long) (Math.min(Math.max(part, 0), 0.999) * minutes * 60_000));
    }

    private void write(Invented person, Instant moment, int week, Map<String, StringBuilder> lines) {
        var random = new SplittableRandom(~person.serial());
        var investor = id(moment, random);
        var registration = id(moment, random);
        var area = villages.get(person.area() % villages.size());
        var platform = platforms.get(person.platform() % platforms.size());
        line(
                lines.get("investor"),
                investor,
                0,
                "PERSON",
                sealed(person.name(), "investor", investor, "name"),
                "RESIDENT_ID",
                person.isMale() ? "MALE" : "FEMALE",
                area,
                false,
                false,
                moment,
                sealed(person.documentNumber(), "investor", investor, "document_number"),
                bytes(cells.index(BlindIndex.DOCUMENT_NUMBER, person.documentNumber())),
                sealed(person.phone(), "investor", investor, "phone"),
                bytes(cells.index(BlindIndex.PHONE, person.phone())),
                sealed(person.bornOn().toString(), "investor", investor, "born_on"),
                sealed(person.street(), "investor", investor, "street_address"));
        BenchNames.each(
                person.name(),
                (term, isWhole) -> line(
                        lines.get("investor_name_token"),
                        cells.token(term.kind(), term.text()),
                        isWhole,
                        investor,
                        area));
        line(
                lines.get("registration"),
                registration,
                0,
                BenchNumbers.of(Clocks.dateOf(moment).getYear(), person.serial() + 1),
                platform,
                investor,
                "RECEIVED",
                "WINDOW",
                moment,
                "bench",
                "{IDENTITY_DOCUMENT,CONTRACT}",
                "{REGISTRATION_IS_NOT_A_POLICE_REPORT,LOSSES_ARE_BORNE_BY_PARTICIPANTS,PERSONAL_INFORMATION_NOTICE}",
                false,
                person.principal(),
                0,
                person.returned(),
                person.netLoss());
        invest(lines, id(moment, random), registration, 0, "季季盈", "2019-05-20", person.firstPrincipal());
        invest(lines, id(moment, random), registration, 1, "月月红", "2019-08-01", person.secondPrincipal());
        line(lines.get("repayment"), id(moment, random), registration, 0, "2019-11-20", "INTEREST", person.returned());
        line(
                lines.get("registration_history"),
                id(moment, random),
                registration,
                "RECEIVED",
                moment,
                "bench",
                person.netLoss());
        count(person, moment, week, registration, area, platform, random, lines.get("tally_entry"));
    }

    private void count(
            Invented person,
            Instant moment,
            int week,
            UUID registration,
            String area,
            String platform,
            SplittableRandom random,
            StringBuilder entries) {
        var claimedBy = week < 0 ? null : weeks.get(week);
        record Counted(String measure, String platform, int count, long amount) {}
        var counted = List.of(
                new Counted("PERSONS_REGISTERED", null, 1, 0),
                new Counted("PERSONS_AFFECTED", null, 1, 0),
                new Counted("REGISTERED", platform, 1, 0),
                new Counted("AFFECTED", platform, 1, person.netLoss()),
                new Counted("PRINCIPAL", platform, 0, person.principal()),
                new Counted("REPAID", platform, 0, person.returned()));
        for (var one : counted) {
            line(
                    entries,
                    id(moment, random),
                    one.platform(),
                    area,
                    one.measure(),
                    one.count(),
                    one.amount(),
                    false,
                    moment,
                    "registration.received",
                    registration,
                    claimedBy);
        }
    }

    private void invest(
            Map<String, StringBuilder> lines,
            UUID id,
            UUID registration,
            int position,
            String product,
            String day,
            long principal) {
        line(
                lines.get("investment"),
                id,
                registration,
                position,
                sealed(product, "investment", id, "product"),
                day,
                principal,
                false);
    }

    private String sealed(String text, String table, UUID row, String column) {
        return bytes(cells.seal(text, table, row, column));
    }

    private static String bytes(byte[] value) {
        return "\\\\x" + HEX.formatHex(value);
    }

    private static void line(StringBuilder lines, Object... values) {
        for (var i = 0; i < values.length; i++) {
            lines.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
        }
        lines.append('\n');
    }
}
