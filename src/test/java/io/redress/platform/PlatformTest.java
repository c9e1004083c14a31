package io.redress.platform;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PlatformTest {

    @Inject
    People people;

    private static Map<String, Object> platform(String name) {
        return new HashMap<>(Map.of(
                "name", name,
                "kind", "ONLINE_LENDING",
                "stage", "CASE_FILED",
                "lossFormula", "ALL_RETURNS_SET_OFF",
                "watched", false));
    }

    @Test
    void the_chief_enters_a_platform_and_a_clerk_reads_it() {
        var location = people.chief()
                .body(platform("团贷网"))
                .post("/api/v1/platforms")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .header("Location");
        people.clerk().get(location).then().statusCode(200).body("name", equalTo("团贷网"));
    }

    @Test
    void a_clerk_may_not_enter_a_platform() {
        people.clerk()
                .body(platform("某平台"))
                .post("/api/v1/platforms")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void nobody_reads_platforms() {
        people.nobody().get("/api/v1/platforms").then().statusCode(401).body("type", notNullValue());
    }

    @Test
    void an_unknown_stage_names_the_place_and_the_allowed_values() {
        var body = platform("某平台");
        body.put("stage", "GONE");
        people.chief()
                .header("Accept-Language", "en")
                .body(body)
                .post("/api/v1/platforms")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/stage"));
    }

    @Test
    void a_missing_name_is_told_in_chinese() {
        var body = platform("");
        people.chief()
                .body(body)
                .post("/api/v1/platforms")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/name"))
                .body("errors[0].message", equalTo("不能为空"));
    }

    @Test
    void a_stale_change_is_refused() {
        var location =
                people.chief().body(platform("旧版本平台")).post("/api/v1/platforms").header("Location");
        people.chief().body(platform("旧版本平台")).put(location).then().statusCode(428);
        people.chief()
                .header("If-Match", "\"7\"")
                .body(platform("旧版本平台"))
                .put(location)
                .then()
                .statusCode(412);
    }
}
