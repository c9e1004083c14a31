package io.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.Approvals;
import io.redress.testing.Auditing;
import io.redress.testing.Auditing.Entry;
import io.redress.testing.Owner;
import io.redress.testing.Pages;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An entry tells who did what, when, from which address, to which record, and the values before. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuditLogTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Auditing auditing;

    @Inject
    Approvals approvals;

    @Inject
    Owner owner;

    @Inject
    AgroalDataSource database;

    @Inject
    AdjustableClock clock;

    @Inject
    Event<DomainEvent> events;

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    @Test
    void the_entry_of_a_registration_names_actor_address_and_time() {
        clock.setTo(Instant.parse("2030-03-01T02:00:00Z"));
        var registration = register.register(register.platform());
        var entry = auditing.of(registration.getString("id")).get(0);
        assertThat(entry.summary()).isEqualTo("registration_register CREATED registration");
        assertThat(entry.get("outcome")).isEqualTo("DONE");
        assertThat(entry.get("actor")).isEqualTo("test.clerk");
        assertThat(entry.get("accountId"))
                .isEqualTo(people.clerk().get("/api/v1/me").path("id"));
        assertThat(entry.get("address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(Instant.parse(entry.get("occurredAt"))).isBetween("2030-03-01T02:00:00Z", "2030-03-01T02:01:00Z");
        assertThat(entry.change("status")).isEqualTo("null → RECEIVED");
        assertThat(entry.change("number")).isEqualTo("null → " + registration.getString("number"));
        assertThat(entry.change("declared.netLoss")).isEqualTo("null → 48800.00");
        assertThat(entry.change("investments/0/principal")).isEqualTo("null → 50000.00");
        var investor = auditing.of(registration.getString("investor.id")).get(0);
        assertThat(investor.get("requestId")).isEqualTo(entry.get("requestId"));
        assertThat(investor.summary()).isEqualTo("registration_register CREATED investor");
    }

    @Test
    void personal_and_free_text_values_are_hidden_in_changes() {
        var request = Register.request(register.platform());
        request.put("remark", "家中老人不知情");
        var registration = register.register(request);
        var investor = auditing.of(registration.getString("investor.id")).get(0);
        for (var field : List.of(
                "name",
                "documentNumber",
                "documentIndex",
                "phone",
                "bornOn",
                "sex",
                "streetAddress",
                "areaCode",
                "hardship")) {
            assertThat(investor.change(field)).as(field).isEqualTo("hidden");
        }
        assertThat(auditing.of(registration.getString("id")).get(0).change("remark"))
                .isEqualTo("hidden");
        var entries = rows("select coalesce(changes::text, '') || coalesce(details::text, '') from audit_entry");
        assertThat(entries)
                .noneMatch(text -> text.contains("老人") || text.contains("陈小明") || text.contains("13800138000"));
    }

    @Test
    void the_entry_of_a_correction_has_old_and_new_values_of_each_line() {
        var registration = register.register(register.platform());
        var id = registration.getString("id");
        people.clerk()
                .header("If-Match", "\"" + registration.getLong("version") + "\"")
                .body(Map.of("investments", List.of(Register.investment("30000.00")), "reason", "合同金额有误"))
                .post("/api/v1/registrations/" + id + "/correct")
                .then()
                .statusCode(200);
        var entry = auditing.of(id).get(0);
        assertThat(entry.summary()).isEqualTo("correction_correct CHANGED registration");
        assertThat(entry.change("investments/0/principal")).isEqualTo("50000.00 → 30000.00");
        assertThat(entry.change("investments/0/investedOn")).isNull();
        assertThat(entry.change("declared.netLoss")).isEqualTo("48800.00 → 28800.00");
        assertThat(entry.change("status")).isNull();
    }

    @Test
    void roles_are_shown_and_passwords_are_not() {
        approvals.begin();
        String account = people.as(Role.ADMIN, null)
                .body(Map.of(
                        "username",
                        "role.changer",
                        "name",
                        "李某",
                        "password",
                        "a long enough word 7",
                        "roles",
                        Set.of("CLERK")))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var code = approvals.approve(account);
        people.as(Role.ADMIN, null)
                .header("If-Match", "\"" + versionOf(account) + "\"")
                .body(Map.of(
                        "name",
                        "李某",
                        "roles",
                        Set.of("CLERK", "DIRECTOR"),
                        "disabled",
                        false,
                        "newPassword",
                        "a long enough word 8"))
                .put("/api/v1/accounts/" + account)
                .then()
                .statusCode(200);
        approvals.approve(account);
        var entries = auditing.of(account).stream()
                .filter(entry ->
                        entry.get("effect") != null && entry.get("recordType").equals("account"))
                .toList();
        assertThat(entries)
                .extracting(Entry::summary)
                .containsExactly(
                        "accountChange_approve CHANGED account",
                        "accountChange_approve CHANGED account",
                        "account_open CREATED account");
        assertThat(entries.get(0).change("roles")).isEqualTo("CLERK → CLERK, DIRECTOR");
        assertThat(entries.get(0).change("passwordHash")).isEqualTo("hidden");
        assertThat(entries.get(0).change("releaseCodeHash")).isEqualTo("hidden");
        assertThat(entries.get(1).change("roles")).isEqualTo(" → CLERK");
        assertThat(entries.get(2).change("username")).isEqualTo("null → role.changer");
        assertThat(auditing.entries(Map.of("recordType", "accountChange", "limit", 200)))
                .noneMatch(entry -> entry.json().toString().contains(code));
    }

    private String versionOf(String accountId) {
        return Pages.all(() -> people.as(Role.ADMIN, null), "/api/v1/accounts").stream()
                .filter(account -> account.get("id").equals(accountId))
                .map(account -> account.get("version").toString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_rolled_back_transaction_leaves_no_entry() {
        var platform = register.platform();
        var clerk = people.clerk();
        var id = UUID.randomUUID();
        // Jobs write to the audit log at any time, so the test counts only entries of this caller and this event.
        var byTheClerk = "select id::text from audit_entry where effect is not null and account_id = '"
                + clerk.get("/api/v1/me").path("id") + "' order by id";
        var before = rows(byTheClerk);
        QuarkusTransaction.begin();
        events.fire(new AuditEvent("something-seen", "platform", id, null, null));
        QuarkusTransaction.rollback();
        clerk.body(Register.request(platform, "not a number"))
                .post("/api/v1/registrations")
                .then()
                .statusCode(422);
        assertThat(rows(byTheClerk)).isEqualTo(before);
        assertThat(rows("select id::text from audit_entry where record_id = '" + id + "'"))
                .isEmpty();
        assertThat(rows("select entry_id::text from audit_pending p where not exists"
                        + " (select from audit_entry e where e.id = p.entry_id)"))
                .isEmpty();
    }

    @Test
    void an_event_is_recorded_with_and_without_a_transaction() {
        var alone = UUID.randomUUID();
        events.fire(new AuditEvent(
                "identity-revealed", "Investor", alone, "CALL_BACK", Map.of("fields", List.of("phone"))));
        var entry = auditing.of(alone.toString()).get(0);
        assertThat(entry.get("action")).isEqualTo("identity-revealed");
        assertThat(entry.get("recordType")).isEqualTo("investor");
        assertThat(entry.get("purpose")).isEqualTo("CALL_BACK");
        assertThat(entry.detail("fields")).isEqualTo("[\"phone\"]");
        var within = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> events.fire(new AuditEvent("sign-in-refused", "account", within, null, Map.of())));
        assertThat(auditing.of(within.toString()).get(0).get("outcome")).isEqualTo("REFUSED");
    }

    @Test
    void a_change_that_cannot_be_recorded_is_rolled_back() {
        owner.execute("revoke insert on audit_entry from redress");
        try {
            people.chief()
                    .body(Map.of(
                            "name",
                            "记不下的平台",
                            "kind",
                            "ONLINE_LENDING",
                            "stage",
                            "COLLAPSED",
                            "setOff",
                            List.of("RETURNS", "CONSUMPTION", "GOODS"),
                            "watched",
                            false))
                    .post("/api/v1/platforms")
                    .then()
                    .statusCode(500);
        } finally {
            owner.execute("grant insert on audit_entry to redress");
        }
        assertThat(rows("select name from platform where name = '记不下的平台'")).isEmpty();
    }

    @Test
    void the_actor_of_a_job_is_the_name_of_the_job() {
        assertThat(rows("select actor || ' ' || action from audit_entry where record_type = 'account'"
                        + " and account_id is null and effect = 'CREATED' and address is null"))
                .contains("FirstAdministrator firstAdministrator_openIfNobodyCanSignIn");
        assertThat(
                        rows(
                                "select actor || ' ' || action || ' ' || details from audit_entry where action = 'areas-loaded'"))
                .singleElement()
                .asString()
                .startsWith("ReferenceSeed areas-loaded {\"areas\":");
    }

    private List<String> rows(String sql) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            var rows = new java.util.ArrayList<String>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
