package io.redress.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.Auditing;
import io.redress.testing.Auditing.Entry;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Auditors can search the audit log; no other role can read it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuditReadingTest {

    private static final String ENTRIES = "/api/v1/audit-entries";

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Auditing auditing;

    @Inject
    AdjustableClock clock;

    @Inject
    Event<DomainEvent> events;

    @Inject
    Refusals refusals;

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource(names = "AUDITOR", mode = EnumSource.Mode.EXCLUDE)
    void other_roles_can_neither_read_nor_verify_the_audit_log(Role role) {
        var area = role == Role.AREA_OFFICER ? Register.KAIYUAN : null;
        people.as(role, area).get(ENTRIES).then().statusCode(403);
        people.as(role, area).post("/api/v1/audit-verifications").then().statusCode(403);
    }

    @Test
    void an_access_token_can_have_the_scope_to_read_the_audit_log() {
        assertThat(people.scopesOf(Role.AUDITOR)).contains("audit:read");
    }

    private List<UUID> audit(String action, int count) {
        var ids = new ArrayList<UUID>();
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < count; i++) {
                ids.add(UUID.randomUUID());
                events.fire(new AuditEvent(action, "investor", ids.get(i), "AUDIT", Map.of()));
            }
        });
        return ids;
    }

    @Test
    void pages_are_latest_first_without_gaps_or_duplicates() {
        var ids = audit("paged-through", 7).stream().map(UUID::toString).toList();
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = people.as(Role.AUDITOR, null)
                    .queryParam("action", "paged-through")
                    .queryParam("limit", 3);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(ENTRIES)
                    .jsonPath();
            seen.addAll(page.getList("items.recordId", String.class));
            cursor = page.getString("next");
            audit("paged-through", 0);
        } while (cursor != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids).isEqualTo(reversed(ids));
    }

    private static List<String> reversed(List<String> ids) {
        var reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void a_cursor_is_refused_with_other_filters() {
        audit("one-filter", 3);
        var cursor = people.as(Role.AUDITOR, null)
                .queryParam("action", "one-filter")
                .queryParam("limit", 1)
                .get(ENTRIES)
                .<String>path("next");
        people.as(Role.AUDITOR, null)
                .queryParam("action", "another-filter")
                .queryParam("cursor", cursor)
                .get(ENTRIES)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/foreign-cursor"));
    }

    @Test
    void every_filter_returns_only_matching_entries() {
        clock.setTo(Instant.parse("2031-05-05T15:59:59Z"));
        audit("before-midnight", 1);
        clock.setTo(Instant.parse("2031-05-05T16:00:00Z"));
        var registration = register.register(register.platform()).getString("id");
        var clerk = people.clerk().get("/api/v1/me").<String>path("id");
        assertThat(auditing.entries(Map.of("from", "2031-05-05", "to", "2031-05-05", "limit", 200)))
                .extracting(entry -> entry.get("action"))
                .contains("before-midnight")
                .doesNotContain("registration_register");
        assertThat(auditing.entries(Map.of("from", "2031-05-06", "limit", 200)))
                .extracting(entry -> entry.get("action"))
                .contains("registration_register")
                .doesNotContain("before-midnight");
        for (var filter : Map.of(
                        "account", clerk,
                        "action", "registration_register",
                        "outcome", "DONE",
                        "effect", "CREATED",
                        "recordType", "registration",
                        "recordId", registration)
                .entrySet()) {
            var field = filter.getKey().equals("account") ? "accountId" : filter.getKey();
            assertThat(auditing.entries(Map.of(filter.getKey(), filter.getValue(), "limit", 200)))
                    .as(filter.getKey())
                    .isNotEmpty()
                    .allMatch(entry -> filter.getValue().equals(entry.get(field)));
        }
        assertThat(auditing.entries(Map.of("account", clerk, "recordType", "registration", "outcome", "DONE")))
                .extracting(Entry::summary)
                .contains("registration_register CREATED registration");
    }

    @Test
    void an_invalid_filter_is_refused_with_its_name() {
        for (var query : Map.of("from", "yesterday", "to", "+123456-01-01", "outcome", "MAYBE", "account", "chen")
                .entrySet()) {
            people.as(Role.AUDITOR, null)
                    .queryParam(query.getKey(), query.getValue())
                    .get(ENTRIES)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("?" + query.getKey()));
        }
    }

    @Test
    void each_filter_has_an_index() {
        assertThat(refusals.query("select indexname from pg_indexes where tablename = 'audit_entry'"))
                .contains(
                        "audit_entry_by_moment",
                        "audit_entry_of_account",
                        "audit_entry_of_record",
                        "audit_entry_of_action");
    }

    @Test
    void a_verification_is_recorded_in_the_audit_log() {
        clock.setTo(Instant.parse("2040-01-01T02:00:00Z"));
        JsonPath answer = people.as(Role.AUDITOR, null)
                .post("/api/v1/audit-verifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(answer.getString("headCode")).matches("([0-9a-f]{64})?");
        var entry = auditing.entries(Map.of("action", "audit-verified", "from", "2040-01-01"))
                .get(0);
        assertThat(entry.get("actor")).isEqualTo("test.auditor");
        assertThat(entry.detail("intact")).isEqualTo(answer.getString("intact"));
    }
}
