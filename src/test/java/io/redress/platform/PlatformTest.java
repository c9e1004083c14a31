package io.redress.platform;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PlatformTest {

    @Inject
    People people;

    @Inject
    Owner owner;

    private static Map<String, Object> platform(String name) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "kind",
                "ONLINE_LENDING",
                "stage",
                "CASE_FILED",
                "setOff",
                List.of("RETURNS", "CONSUMPTION", "GOODS"),
                "watched",
                false));
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
    void missing_and_unknown_parts_of_the_loss_formula_are_refused() {
        var body = platform("抵扣项不明");
        body.put("setOff", List.of("RETURNS", "LUCK"));
        people.chief()
                .body(body)
                .post("/api/v1/platforms")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/setOff/1"));
        body.remove("setOff");
        people.chief()
                .body(body)
                .post("/api/v1/platforms")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/setOff"));
        body.put("setOff", List.of());
        people.chief()
                .body(body)
                .post("/api/v1/platforms")
                .then()
                .statusCode(201)
                .body("setOff", empty());
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
    void an_anonymous_caller_cannot_read_platforms() {
        people.nobody().get("/api/v1/platforms").then().statusCode(401).body("type", notNullValue());
    }

    @Test
    void an_unknown_stage_is_reported_with_the_allowed_values() {
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
    void a_missing_name_is_reported_in_chinese() {
        var body = platform("");
        people.chief()
                .body(body)
                .post("/api/v1/platforms")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/name"))
                .body("errors[0].message", equalTo("须有看得见的文字，不能只有空格或不可见字符。"));
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

    @Test
    void a_duplicate_platform_name_is_refused() {
        people.chief().body(platform("只登记一次")).post("/api/v1/platforms").then().statusCode(201);
        people.chief()
                .body(platform("只登记一次"))
                .post("/api/v1/platforms")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/platform-name-taken"));
    }

    @Test
    void a_credit_code_that_fails_its_check_gets_a_warning_and_is_accepted() {
        var body = platform("信用代码可疑");
        body.put("companyCreditCode", "91350203M0001QAY9B");
        people.chief()
                .body(body)
                .post("/api/v1/platforms")
                .then()
                .statusCode(201)
                .body("companyCreditCode", equalTo("91350203M0001QAY9B"))
                .body("warnings", contains("CREDIT_CODE_CHECK_FAILED"));
    }

    @Test
    void the_stage_can_be_changed() {
        var location =
                people.chief().body(platform("移送中")).post("/api/v1/platforms").header("Location");
        var change = platform("移送中");
        change.put("stage", "SENT_FOR_PROSECUTION");
        people.chief()
                .header("If-Match", "\"0\"")
                .body(change)
                .put(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("stage", equalTo("SENT_FOR_PROSECUTION"));
    }

    @Test
    void a_window_that_closes_before_it_opens_is_refused() {
        var body = platform("窗口颠倒");
        body.put("firstWindow", Map.of("opensOn", "2021-03-01", "closesOn", "2021-02-01"));
        people.chief()
                .body(body)
                .post("/api/v1/platforms")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/firstWindow/closesOn"));
    }

    @Test
    void a_platform_has_branches_of_different_names() {
        var location =
                people.chief().body(platform("有分支")).post("/api/v1/platforms").header("Location");
        var branch = Map.of("name", "潮州营业部", "areaCode", "445102010000", "closed", false);
        var branchLocation = people.chief()
                .body(branch)
                .post(location + "/branches")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        people.chief()
                .body(branch)
                .post(location + "/branches")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/branch-name-taken"));
        people.chief()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "潮州营业部", "closed", true))
                .put(branchLocation)
                .then()
                .statusCode(200)
                .body("closed", equalTo(true));
        people.chief()
                .body(Map.of("name", "城西营业部", "areaCode", "445102001000", "closed", false))
                .post(location + "/branches")
                .then()
                .statusCode(201)
                .body("areaCode", equalTo("445102010000"));
        people.clerk()
                .get(location + "/branches")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("潮州营业部", "城西营业部"));
        people.chief()
                .body(Map.of("name", "某部", "areaCode", "445102999999", "closed", false))
                .post(location + "/branches")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/areaCode"));
    }

    @Test
    void only_a_duplicate_name_is_reported_as_duplicate() {
        owner.execute("alter table platform add constraint no_such_platform check (name <> '不可登记')");
        owner.execute("alter table branch add constraint no_such_branch check (name <> '不可登记')");
        try {
            people.chief()
                    .body(platform("不可登记"))
                    .post("/api/v1/platforms")
                    .then()
                    .statusCode(500);
            var location = people.chief()
                    .body(platform("约束平台"))
                    .post("/api/v1/platforms")
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
            people.chief()
                    .body(Map.of("name", "不可登记", "closed", false))
                    .post(location + "/branches")
                    .then()
                    .statusCode(500);
        } finally {
            owner.execute("alter table platform drop constraint no_such_platform");
            owner.execute("alter table branch drop constraint no_such_branch");
        }
    }
}
