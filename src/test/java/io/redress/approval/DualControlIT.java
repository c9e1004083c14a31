package io.redress.approval;

import static io.redress.testing.FreshOffice.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.redress.testing.FreshOffice;
import io.redress.testing.PackagedService;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new installation: an administrator opens the first accounts alone, until somebody can approve. */
class DualControlIT {

    private static final String CHANGES = "/api/v1/account-changes";

    @TempDir
    Path folder;

    private PackagedService service;
    private String admin;

    private ValidatableResponse open(String username, String role) {
        return as(admin)
                .body(Map.of(
                        "username",
                        username,
                        "name",
                        "某人",
                        "password",
                        "a first password for tests",
                        "roles",
                        Set.of(role)))
                .post(service.uri("/api/v1/accounts"))
                .then()
                .statusCode(201);
    }

    private void stateIs(String state) {
        as(admin)
                .get(service.uri(CHANGES + "/dual-control"))
                .then()
                .statusCode(200)
                .body("state", equalTo(state));
    }

    @Test
    void it_begins_with_the_first_who_can_approve_and_ends_only_by_the_setting() throws Exception {
        try (var started = FreshOffice.start(folder)) {
            service = started;
            admin = FreshOffice.signIn(service, "admin");
            stateIs("NOT_YET");
            open("auditor", "AUDITOR").body("pendingChangeId", nullValue()).body("roles", contains("AUDITOR"));
            stateIs("NOT_YET");
            FreshOffice.openChief(service);
            stateIs("REQUIRED");
            open("clerk", "CLERK").body("pendingChangeId", notNullValue()).body("roles", empty());
            disableEverybodyWhoCanApprove();
            stateIs("REQUIRED");
            open("accomplice", "AUDITOR")
                    .body("pendingChangeId", notNullValue())
                    .body("roles", empty());
        }
        try (var started = FreshOffice.in(folder)
                .property("redress.accounts.second-person", "off")
                .start()) {
            service = started;
            admin = FreshOffice.signIn(service, "admin");
            assertThat(service.output()).contains("redress.accounts.second-person=off");
            stateIs("OFF");
            open("second-auditor", "AUDITOR")
                    .body("pendingChangeId", nullValue())
                    .body("roles", contains("AUDITOR"));
            theAuditLogSaysSo();
        }
    }

    private void disableEverybodyWhoCanApprove() {
        List<Map<String, Object>> accounts =
                as(admin).get(service.uri("/api/v1/accounts?limit=200")).path("items");
        for (var account : accounts) {
            if (List.of("auditor", "chief").contains(account.get("username"))) {
                as(admin)
                        .header("If-Match", "\"" + account.get("version") + "\"")
                        .body(Map.of("name", "某人", "roles", account.get("roles"), "disabled", true))
                        .put(service.uri("/api/v1/accounts/" + account.get("id")))
                        .then()
                        .statusCode(200)
                        .body("disabled", equalTo(true));
            }
        }
    }

    private void theAuditLogSaysSo() {
        FreshOffice.choosePassword(service, "second-auditor");
        as(FreshOffice.signIn(service, "second-auditor"))
                .get(service.uri("/api/v1/audit-entries?limit=200"))
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        hasItems("dual-control-began", "dual-control-off", "changed-without-second-person"))
                .body(
                        "items.findAll { it.action == 'changed-without-second-person' }.details.dualControl",
                        hasItems("OFF", "NOT_YET"));
    }
}
