package io.redress.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A strong entity tag identifies one response (RFC 9110, 8.8.1), including its data from other records. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EntityTagTest {

    private static final String REGISTRATIONS = "/api/v1/registrations/";
    private static final String INVESTORS = "/api/v1/investors/";

    @Inject
    People people;

    @Inject
    Register register;

    private Response get(String path) {
        var response = people.clerk().get(path);
        response.then().statusCode(200);
        return response;
    }

    private void move(String investorId) {
        people.clerk()
                .header("If-Match", get(INVESTORS + investorId).header("ETag"))
                .body(Map.of("reason", "换号", "phone", "13900139001"))
                .put(INVESTORS + investorId)
                .then()
                .statusCode(200);
    }

    private int correct(String id, String ifMatch) {
        return people.clerk()
                .header("If-Match", ifMatch)
                .body(Map.of("reason", "漏登", "investments", List.of(Register.investment("30000.00"))))
                .post(REGISTRATIONS + id + "/correct")
                .statusCode();
    }

    @Test
    void the_etag_of_a_registration_changes_with_the_person() {
        var view = register.register(register.platform());
        var path = REGISTRATIONS + view.getString("id");
        var before = get(path);
        assertThat(get(path).header("ETag")).isEqualTo(before.header("ETag"));
        move(view.getString("investor.id"));
        var after = get(path);
        assertThat(after.asString()).isNotEqualTo(before.asString());
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag")).doesNotStartWith("W/");
        assertThat(after.jsonPath().getInt("version"))
                .isEqualTo(before.jsonPath().getInt("version"));
    }

    @Test
    void the_etag_of_a_person_changes_with_the_registrations() {
        var view = register.register(register.platform());
        var path = INVESTORS + view.getString("investor.id");
        var before = get(path);
        people.clerk()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "本人撤回"))
                .post(REGISTRATIONS + view.getString("id") + "/withdraw")
                .then()
                .statusCode(200);
        var after = get(path);
        assertThat(after.asString()).isNotEqualTo(before.asString());
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @Test
    void a_change_of_the_person_does_not_make_the_version_of_a_registration_stale() {
        var view = register.register(register.platform());
        var id = view.getString("id");
        var seen = get(REGISTRATIONS + id).header("ETag");
        move(view.getString("investor.id"));
        assertThat(correct(id, seen)).isEqualTo(200);
        assertThat(correct(id, seen)).isEqualTo(412);
        assertThat(correct(id, "\"0\"")).isEqualTo(412);
        assertThat(correct(id, get(REGISTRATIONS + id).header("ETag"))).isEqualTo(200);
        assertThat(correct(id, "\"2\"")).isEqualTo(200);
    }

    @Test
    void the_etag_of_a_new_registration_contains_its_version() {
        var created = people.clerk().body(Register.request(register.platform())).post("/api/v1/registrations");
        created.then().statusCode(201);
        assertThat(created.header("ETag")).matches("\"0-[0-9a-f]{16}\"");
    }
}
