package io.redress.retention;

import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;
import static io.redress.testing.Register.residentNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RetentionTest {

    private static final String PERIOD = "redress.retention.register";
    private static final String SESSIONS = "redress.retention.sessions";

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    AgroalDataSource database;

    @Inject
    AdjustableClock clock;

    @AfterEach
    void forgetThePeriod() {
        System.clearProperty(PERIOD);
        System.clearProperty(SESSIONS);
        people.forgetSessions();
    }

    private long run(boolean dryRun) {
        return people.as(Role.ADMIN, null)
                .body(Map.of("dryRun", dryRun))
                .post("/api/v1/retention-runs")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(dryRun))
                .extract()
                .jsonPath()
                .getLong("items.find { it.kind == 'register' }.records");
    }

    /** A person whose registration ended twenty years ago. */
    private JsonPath endedLongAgo(String number) throws SQLException {
        var request = request(register.platform(), number);
        investorOf(request).put("emergencyContact", Map.of("name", "陈大文", "phone", "13700137000"));
        request.put("agent", Register.agent(residentNumber()));
        request.put("platformAccounts", List.of(Map.of("username", "tdw_8812", "registeredPhone", "13600136000")));
        request.put("remark", "邻居王某代为转告");
        var view = register.register(request);
        people.clerk()
                .header("If-Match", "\"" + view.getLong("version") + "\"")
                .body(Map.of("reason", "本人要求，见王某的信"))
                .post("/api/v1/registrations/" + view.getString("id") + "/withdraw")
                .then()
                .statusCode(200);
        age(view.getString("id"));
        return view;
    }

    private void age(String registration) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update registration set ended_at = ended_at - interval '20 years' where id = ?::uuid")) {
            update.setString(1, registration);
            update.executeUpdate();
        }
    }

    @Test
    void without_a_retention_period_nothing_is_erased() throws SQLException {
        endedLongAgo(residentNumber());
        assertThat(run(true)).isZero();
        assertThat(run(false)).isZero();
    }

    @Test
    void a_dry_run_only_counts_and_a_run_erases_the_identity() throws SQLException {
        System.setProperty(PERIOD, "P10Y");
        run(false);
        var number = residentNumber();
        var view = endedLongAgo(number);
        String id = view.getString("investor.id");
        assertThat(run(true)).isEqualTo(1);
        assertThat(run(true)).isEqualTo(1);
        lookUp(number).body("items.id", equalTo(List.of(id)));

        assertThat(run(false)).isEqualTo(1);
        lookUp(number).body("items", hasSize(0));
        var answer = people.chief()
                .get("/api/v1/registrations/" + view.getString("id"))
                .then()
                .statusCode(200)
                .body("investor.name", equalTo("已匿名"))
                .body("investor.phone", nullValue())
                .body("investor.birthYear", nullValue())
                .body("agent", nullValue())
                .body("platformAccounts", hasSize(0))
                .body("remark", nullValue())
                .body("declared.netLoss", equalTo("48800.00"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("陈小明", "陈大文", "王某", "13800138000", "13700137000", "13600136000", "开元路");
        var history = people.chief()
                .get("/api/v1/registrations/" + view.getString("id") + "/history")
                .asString();
        assertThat(history).contains("WITHDRAWN").doesNotContain("王某");
        assertThat(run(false)).isZero();
    }

    @Test
    void a_person_with_an_open_registration_is_not_erased() throws SQLException {
        System.setProperty(PERIOD, "P10Y");
        run(false);
        var number = residentNumber();
        endedLongAgo(number);
        register.register(request(register.platform(), number));
        assertThat(run(false)).isZero();
        lookUp(number).body("items", hasSize(1));
    }

    @Test
    void a_merged_person_is_not_erased_before_the_registration_merged_into() throws SQLException {
        System.setProperty(PERIOD, "P10Y");
        run(false);
        var platform = register.platform();
        var number = residentNumber();
        var from = register.register(request(platform, number)).getString("id");
        var into = register.register(platform).getString("id");
        people.chief()
                .header("If-Match", "\"" + version(from) + "\"")
                .body(Map.of("intoId", into, "carryAmounts", true, "reason", "同一人"))
                .post("/api/v1/registrations/" + from + "/merge")
                .then()
                .statusCode(200);
        age(from);
        assertThat(run(false)).isZero();
        lookUp(number).body("items", hasSize(1));
        people.clerk()
                .header("If-Match", "\"" + version(into) + "\"")
                .body(Map.of("reason", "撤回"))
                .post("/api/v1/registrations/" + into + "/withdraw")
                .then()
                .statusCode(200);
        assertThat(run(false)).isZero();
        age(into);
        assertThat(run(false)).isEqualTo(2);
        lookUp(number).body("items", hasSize(0));
    }

    @Test
    void notes_of_reveals_are_erased_and_the_record_is_closed() throws SQLException {
        System.setProperty(PERIOD, "P10Y");
        run(false);
        var view = endedLongAgo(residentNumber());
        String id = view.getString("investor.id");
        people.chief()
                .body(Map.of("fields", List.of("PHONE"), "purpose", "OTHER", "note", "陈小明之女来电 13800138000"))
                .post("/api/v1/investors/" + id + "/reveals")
                .then()
                .statusCode(200);
        people.chief()
                .body(Map.of("identifiedBy", "陈小明本人持身份证"))
                .post("/api/v1/investors/" + id + "/extracts")
                .then()
                .statusCode(200);
        assertThat(notes(id)).hasSize(2).doesNotContainNull();
        assertThat(run(false)).isEqualTo(1);
        assertThat(notes(id)).hasSize(2).containsOnlyNulls();

        var filled = Map.of("reason", "补填", "name", "陈小明", "phone", "13800138000");
        closed(people.clerk().header("If-Match", seen(id)).body(filled).put("/api/v1/investors/" + id));
        closed(people.chief()
                .header("If-Match", seen(id))
                .body(Map.of("reason", "x", "documentType", "RESIDENT_ID", "documentNumber", residentNumber()))
                .post("/api/v1/investors/" + id + "/correct-document"));
        closed(people.chief()
                .body(Map.of("fields", List.of("PHONE"), "purpose", "OTHER", "note", "陈小明"))
                .post("/api/v1/investors/" + id + "/reveals"));
        closed(people.chief().body(Map.of("identifiedBy", "陈小明")).post("/api/v1/investors/" + id + "/extracts"));
        var other = register.register(register.platform()).getString("investor.id");
        closed(people.chief()
                .header("If-Match", seen(id))
                .body(Map.of("intoId", other, "reason", "x"))
                .post("/api/v1/investors/" + id + "/merge"));
        closed(people.chief()
                .header("If-Match", seen(other))
                .body(Map.of("intoId", id, "reason", "x"))
                .post("/api/v1/investors/" + other + "/merge"));
        var registration = "/api/v1/registrations/" + view.getString("id");
        people.clerk()
                .header("If-Match", "\"" + version(view.getString("id")) + "\"")
                .body(Map.of("reason", "x", "remark", "陈小明"))
                .post(registration + "/correct")
                .then()
                .statusCode(409);
        people.clerk()
                .contentType(ContentType.MULTIPART)
                .multiPart("kind", "RECEIPT")
                .multiPart("file", "陈小明.png", picture())
                .post(registration + "/evidence")
                .then()
                .statusCode(409);
        people.clerk()
                .body(Map.of("registrationId", view.getString("id"), "reason", "HARDSHIP", "level", 1, "note", "陈小明"))
                .post("/api/v1/attention-entries")
                .then()
                .statusCode(422);
        assertThat(run(false)).isZero();
    }

    private String seen(String investor) {
        return "\""
                + people.chief().get("/api/v1/investors/" + investor).jsonPath().getLong("version") + "\"";
    }

    private static void closed(Response answer) {
        answer.then().statusCode(409).body("type", equalTo("/problems/investor-anonymous"));
    }

    private List<String> notes(String investor) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select note from reveal where investor_id = ?::uuid")) {
            select.setString(1, investor);
            try (var row = select.executeQuery()) {
                var notes = new ArrayList<String>();
                while (row.next()) {
                    notes.add(row.getString(1));
                }
                return notes;
            }
        }
    }

    @Test
    void all_records_of_a_merged_person_are_erased_together() throws SQLException {
        System.setProperty(PERIOD, "P10Y");
        run(false);
        var number = residentNumber();
        var other = residentNumber();
        var one = endedLongAgo(number);
        var merged = endedLongAgo(other);
        people.chief()
                .header("If-Match", seen(merged.getString("investor.id")))
                .body(Map.of("intoId", one.getString("investor.id"), "reason", "陈小明有两个身份证号"))
                .post("/api/v1/investors/" + merged.getString("investor.id") + "/merge")
                .then()
                .statusCode(200);
        assertThat(run(true)).isEqualTo(1);
        assertThat(run(false)).isEqualTo(1);
        lookUp(number).body("items", hasSize(0));
        lookUp(other).body("items", hasSize(0));
        var merges = people.chief()
                .get("/api/v1/investors/" + one.getString("investor.id") + "/merges")
                .asString();
        assertThat(merges).contains("已匿名").doesNotContain("陈小明");
    }

    @Test
    void two_people_can_be_erased_in_one_run() throws SQLException {
        System.setProperty(PERIOD, "P10Y");
        run(false);
        endedLongAgo(residentNumber());
        endedLongAgo(residentNumber());
        assertThat(run(false)).isEqualTo(2);
    }

    @Test
    void the_evidence_of_an_erased_person_is_deleted() throws SQLException {
        System.setProperty(PERIOD, "P10Y");
        run(false);
        var view = register.register(request(register.platform()));
        people.clerk()
                .contentType(ContentType.MULTIPART)
                .multiPart("kind", "RECEIPT")
                .multiPart("file", "收据.png", picture())
                .post("/api/v1/registrations/" + view.getString("id") + "/evidence")
                .then()
                .statusCode(201);
        people.clerk()
                .header("If-Match", "\"" + version(view.getString("id")) + "\"")
                .body(Map.of("reason", "撤回"))
                .post("/api/v1/registrations/" + view.getString("id") + "/withdraw")
                .then()
                .statusCode(200);
        age(view.getString("id"));
        var before = keysAndPieces();
        assertThat(run(false)).isEqualTo(1);
        assertThat(keysAndPieces()).isEqualTo(before - 2);
    }

    private long version(String registration) {
        return people.chief()
                .get("/api/v1/registrations/" + registration)
                .jsonPath()
                .getLong("version");
    }

    private static byte[] picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(3, 7, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long keysAndPieces() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var count = statement.executeQuery(
                        "select (select count(*) from encrypted_file) + (select count(*) from encrypted_piece)")) {
            count.next();
            return count.getLong(1);
        }
    }

    private ValidatableResponse lookUp(String number) {
        return people.chief()
                .body(Map.of("documentNumber", number))
                .post("/api/v1/investors/lookup")
                .then()
                .statusCode(200);
    }

    @Test
    void only_an_administrator_can_run_the_retention() {
        for (var role : List.of(Role.CLERK, Role.SECTION_CHIEF, Role.DIRECTOR, Role.AUDITOR)) {
            people.as(role, null)
                    .body(Map.of("dryRun", true))
                    .post("/api/v1/retention-runs")
                    .then()
                    .statusCode(403);
        }
        people.as(Role.ADMIN, null)
                .body(Map.of())
                .post("/api/v1/retention-runs")
                .then()
                .statusCode(422);
    }

    @Test
    void sessions_and_tokens_that_ended_long_ago_are_erased_and_others_stay() throws SQLException {
        clock.reset();
        people.scriptTokenOf(Role.DIRECTOR);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into access_token (id, account_id, kind, name, digest, created_at, last_used_at, expires_at, scopes)
                    select gen_random_uuid(), account_id, kind, 'long ago', 'long ago ' || gen_random_uuid(),
                        '2001-01-01', '2001-01-01', '2001-01-02', scopes
                    from access_token where kind = 'SCRIPT' limit 1""");
        }
        System.setProperty(SESSIONS, "P6M");
        assertThat(sessionsDue(true)).isPositive();
        var kept = tokens("expires_at > now()");
        assertThat(sessionsDue(false)).isPositive();
        assertThat(tokens("name = 'long ago'")).isEmpty();
        assertThat(tokens("expires_at > now()")).containsAll(kept);
        assertThat(sessionsDue(true)).isZero();
    }

    private long sessionsDue(boolean dryRun) {
        return people.as(Role.ADMIN, null)
                .body(Map.of("dryRun", dryRun))
                .post("/api/v1/retention-runs")
                .jsonPath()
                .getLong("items.find { it.kind == 'sessions' }.records");
    }

    private List<String> tokens(String where) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var token = statement.executeQuery("select id from access_token where " + where)) {
            var found = new ArrayList<String>();
            while (token.next()) {
                found.add(token.getString(1));
            }
            return found;
        }
    }
}
