package io.redress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.database.AdvisoryLocks;
import io.redress.privacy.BackToClear;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Encryption of free text beside the working service. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EncryptFreeTextJobTest {

    private static final String STEPS =
            "select details ->> 'step' from audit_entry where action = 'encrypt-free-text' order by id";

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    EncryptFreeTextJob job;

    @Inject
    AdvisoryLocks locks;

    @Inject
    BackToClear clear;

    @Inject
    Owner owner;

    @Inject
    Refusals database;

    @Inject
    People people;

    @Inject
    Register register;

    private Map<String, Object> request() {
        var request = Register.request(register.platform());
        request.put("agent", Register.agent(Register.residentNumber()));
        request.put("platformAccounts", List.of(Map.of("username", "tdw_8812"), Map.of("username", "tdw_8813")));
        request.put("policeReport", Map.of("authority", "某分局", "receiptNumber", "回执12", "reportedOn", "2020-12-01"));
        request.put("remark", "第一行\n第二行");
        return request;
    }

    private String seen(String id) {
        return people.clerk()
                .get("/api/v1/registrations/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private double rowsInClear() {
        var line = Pattern.compile("^redress_free_text_rows_in_clear(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE)
                .matcher(given().noFilters().get(metrics).asString());
        assertThat(line.find()).isTrue();
        return Double.parseDouble(line.group(1));
    }

    @Test
    void views_stay_the_same_while_one_instance_encrypts_and_clear_text_is_refused_afterwards() throws Exception {
        String id = register.register(request()).getString("id");
        var before = seen(id);
        assertThat(before).contains("tdw_8812", "回执12", "第二行", "活期宝", "父子");
        var steps = database.query(STEPS).size();

        try (var other = locks.tryLock("encrypt-free-text")) {
            assertThat(other.isHeld()).isTrue();
            assertThat(clear.turn()).isPositive();
            assertThat(seen(id)).isEqualTo(before);
            assertThat(job.encryptUnlessAnotherDoes()).isFalse();
        }
        assertThat(job.encryptUnlessAnotherDoes()).isTrue();
        // Another instance may have waited for its turn: that must not begin a rotation to a new key.
        assertThat(job.encryptUnlessAnotherDoes()).isTrue();
        assertThat(database.query("select max(number) from crypto_key where use = 'data'"))
                .containsExactly("1");

        assertThat(seen(id)).isEqualTo(before);
        assertThat(rowsInClear()).isZero();
        assertThat(database.query("select emptied_at is not null from crypto_key where use = 'data' and number = 0"))
                .containsExactly("t");
        assertThat(database.query(STEPS)).hasSizeGreaterThan(steps).endsWith("ended");
        assertThat(people.clerk()
                        .header(
                                "If-Match",
                                people.clerk()
                                        .get("/api/v1/registrations/" + id)
                                        .header("ETag"))
                        .body(Map.of("reason", "更正", "remark", "新的备注"))
                        .post("/api/v1/registrations/" + id + "/correct")
                        .statusCode())
                .isEqualTo(200);

        owner.execute(
                "update registration set remark = '\\x0000' || convert_to('planted', 'UTF8') where id = '" + id + "'");
        assertRefusedWithinSeconds(id);
        owner.execute("update registration set remark = null where id = '" + id + "'");
        assertThat(seen(id)).doesNotContain("planted");
    }

    private void assertRefusedWithinSeconds(String id) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(30);
        while (people.clerk().get("/api/v1/registrations/" + id).statusCode() == 200) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(200);
        }
        var refused = people.clerk().get("/api/v1/registrations/" + id);
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.asString()).doesNotContain("planted");
    }
}
