package io.redress.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StoredResponsesTest {

    @Inject
    Confidential confidential;

    @Inject
    People people;

    @Inject
    Idempotency idempotency;

    @Inject
    AdjustableClock clock;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private ValidatableResponse enter(String key, String name) {
        return people.chief()
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "name",
                        name,
                        "kind",
                        "ONLINE_LENDING",
                        "stage",
                        "COLLAPSED",
                        "setOff",
                        List.of("RETURNS", "CONSUMPTION", "GOODS"),
                        "watched",
                        false))
                .post("/api/v1/platforms")
                .then();
    }

    private ValidatableResponse open(String key, String password) {
        return people.as(Role.ADMIN, null)
                .header("Idempotency-Key", key)
                .body(Map.of("username", "twice", "name", "林登记", "password", password, "roles", List.of("CLERK")))
                .post("/api/v1/accounts")
                .then();
    }

    @Test
    void a_stored_response_is_deleted_after_a_week() {
        String id = enter("week", "一周平台").statusCode(201).extract().path("id");
        clock.setTo(clock.instant().plus(Duration.ofDays(6)));
        idempotency.forgetOld();
        enter("week", "一周平台").statusCode(201).body("id", equalTo(id));
        clock.setTo(clock.instant().plus(Duration.ofDays(1)));
        idempotency.forgetOld();
        enter("week", "一周平台").statusCode(409).body("type", equalTo("/problems/platform-name-taken"));
    }

    /** If the digest included the password, a reader of the table could guess the password. */
    @Test
    void the_stored_digest_of_a_new_account_does_not_include_the_password() throws SQLException {
        open("opening", "a long enough password").statusCode(201);
        assertThat(digest("opening"))
                .isEqualTo(confidential.digest("{\"username\":\"twice\",\"name\":\"林登记\",\"password\":null,"
                        + "\"roles\":[\"CLERK\"],\"areaCode\":null,\"branchId\":null}"));
        open("opening", "another long password").statusCode(201).body("username", equalTo("twice"));
    }

    private String digest(String key) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select request_digest from idempotency_key where key = ?")) {
            select.setString(1, key);
            var row = select.executeQuery();
            row.next();
            return row.getString(1);
        }
    }
}
