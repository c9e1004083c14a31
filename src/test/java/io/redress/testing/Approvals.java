package io.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.account.Role;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.Map;

/** The second person of the tests: decides on changes of accounts that an administrator asked for. */
@Singleton
public class Approvals {

    private static final String CHANGES = "/api/v1/account-changes";

    private final People people;

    Approvals(People people) {
        this.people = people;
    }

    /** Dual control is in force from the first sign-in of an auditor. */
    public void begin() {
        people.as(Role.AUDITOR, null).get(CHANGES + "/dual-control").then().statusCode(200);
    }

    /** The change of this account that waits. */
    public String pendingOf(String accountId) {
        String id = people.as(Role.AUDITOR, null)
                .queryParam("status", "PENDING")
                .queryParam("limit", 200)
                .get(CHANGES)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.accountId == '" + accountId + "' }?.id");
        assertThat(id).as("a change that waits").isNotNull();
        return id;
    }

    /** Returns the code for the owner of the account, or null. */
    public String approve(String accountId) {
        return decide(people.as(Role.AUDITOR, null), pendingOf(accountId), "approve", Map.of())
                .statusCode(200)
                .extract()
                .path("releaseCode");
    }

    /** In its present version. */
    public ValidatableResponse decide(RequestSpecification by, String changeId, String verb, Map<String, ?> body) {
        var seen = people.as(Role.AUDITOR, null).get(CHANGES + "/" + changeId).header("ETag");
        return by.header("If-Match", seen)
                .body(body)
                .post(CHANGES + "/" + changeId + "/" + verb)
                .then();
    }
}
