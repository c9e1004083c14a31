package io.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.attention.AttentionList;
import io.redress.common.record.NotAudited;
import io.redress.common.time.AdjustableClock;
import io.redress.common.time.Clocks;
import io.redress.testing.Approvals;
import io.redress.testing.Auditing;
import io.redress.testing.Auditing.Entry;
import io.redress.testing.Bulletining;
import io.redress.testing.Ground;
import io.redress.testing.People;
import io.redress.testing.Planter;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.redress.testing.Weeks;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs a case from its platform to its bulletin, and looks for each of its records in the audit log. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class EveryRecordTest {

    private static final String TEMPLATE = "/api/v1/bulletin-template";

    private static final List<String> EXPECTED = List.of(
            "accountChange_refuse CHANGED accountChange",
            "account_change CHANGED account",
            "account_open CREATED accountChange",
            "attentionList_lapseDue CHANGED attentionEntry",
            "bulletinTemplate_replace CREATED bulletinTemplate",
            "bulletinTemplate_restore CREATED bulletinTemplate",
            "bulletin_draft CREATED bulletin",
            "bulletin_issue CHANGED bulletin",
            "bulletin_issue CREATED bulletinFile",
            "bulletin_issue CREATED outboxMail",
            "bulletin_review CHANGED bulletin",
            "bulletin_submit CHANGED bulletin",
            "correction_withdraw CHANGED registration",
            "disclosure_withdraw CHANGED disclosure",
            "evidence_attach CREATED evidence",
            "investor_change CHANGED investor",
            "investor_merge CHANGED investor",
            "investor_merge CHANGED registration",
            "investor_merge CREATED investorMerge",
            "investor_undoMerge CHANGED investorMerge",
            "platform_enter CREATED platform",
            "platform_enterBranch CREATED branch",
            "registration_register CREATED investor",
            "registration_register CREATED registration",
            "reportingWeek_close CREATED reportingWeek",
            "session_signIn CREATED accessToken",
            "signed-in DONE account",
            "token_issue CREATED accessToken");

    /** Audited by events alone: set-based statements write these rows, and a single row is of no interest. */
    private static final Set<String> TOLD_BY_EVENTS = Set.of("knownDevice", "area");

    /** Private work of one user, not records of the office. */
    private static final Set<String> NO_RECORDS = Set.of("draft", "columnSet");

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    @Inject
    Approvals approvals;

    @Inject
    Auditing auditing;

    @Inject
    AttentionList attention;

    @Inject
    AdjustableClock clock;

    @Inject
    Refusals refusals;

    @Inject
    EntityManagerFactory entities;

    @All
    List<Planter> planters;

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    private Response post(RequestSpecification by, String path, Map<String, ?> body) {
        var answer = by.body(body).post(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isBetween(200, 204);
        return answer;
    }

    private Response post(RequestSpecification by, String path, long version, Map<String, ?> body) {
        return post(by.header("If-Match", "\"" + version + "\""), path, body);
    }

    @Test
    void every_expected_entry_is_in_the_audit_log() {
        var week = weeks.next();
        var platform = register.platform();
        post(people.chief(), "/api/v1/platforms/" + platform + "/branches", Map.of("name", "潮州分公司", "closed", false));
        disclose(platform);
        var registration = register.register(platform);
        changeInvestor(registration.getString("investor.id"));
        mergeAndSeparate(registration.getString("investor.id"));
        attachEvidence(registration.getString("id"));
        people.scriptTokenOf(Role.CLERK);
        changeAccount();
        refuseAnAccount();
        plantOnBehalfOfFeatures(week, platform);
        weeks.close(week);
        bulletins.issue(bulletins.draft(platform, week));
        exchangeTemplate();
        list(registration.getString("id"));
        withdraw(register.register(platform).getString("id"));
        var found = expected()
                .map(summary -> summary.split(" ")[0])
                .distinct()
                .flatMap(action -> auditing.entries(Map.of("action", action, "limit", 200)).stream())
                .map(Entry::summary)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).containsAll(expected().toList());
        everyEntityIsLookedFor();
    }

    private Stream<String> expected() {
        return Stream.concat(EXPECTED.stream(), planters.stream().flatMap(planter -> planter.audited().stream()));
    }

    private void plantOnBehalfOfFeatures(LocalDate week, String platform) {
        for (var isRunning : List.of(true, false)) {
            var registration = register.register(platform);
            var ground = new Ground(people);
            ground.put("reporting-weeks", week.toString());
            ground.put("platforms", platform);
            ground.put("registrations", registration.getString("id"));
            ground.put("investors", registration.getString("investor.id"));
            planters.forEach(planter -> {
                planter.plant(ground);
                if (isRunning) {
                    planter.goOn(ground);
                } else {
                    planter.end(ground);
                }
            });
        }
    }

    /** Fails for a new kind of record until this test looks for it in the audit log. */
    private void everyEntityIsLookedFor() {
        var looked = expected().map(summary -> summary.split(" ")[2]);
        var parts = Stream.of("investment", "repayment");
        var kinds = Stream.of(looked, parts, TOLD_BY_EVENTS.stream(), NO_RECORDS.stream())
                .flatMap(each -> each)
                .collect(Collectors.toSet());
        assertThat(entities.getMetamodel().getEntities().stream()
                        .filter(entity -> !entity.getJavaType().isAnnotationPresent(NotAudited.class)))
                .extracting(EntityType::getName)
                .extracting(EntityParts::decapitalised)
                .isSubsetOf(kinds);
    }

    private void disclose(String platform) {
        var disclosures = "/api/v1/platforms/" + platform + "/disclosures";
        var disclosure = post(
                        people.clerk(),
                        disclosures,
                        Map.of(
                                "kind",
                                "ANNOUNCEMENT",
                                "disclosedOn",
                                "2021-03-03",
                                "source",
                                "总部",
                                "summary",
                                "方案会商中。"))
                .path("id");
        post(people.chief(), disclosures + "/" + disclosure + "/withdraw", 0, Map.of("reason", "录重"));
    }

    private void changeInvestor(String investor) {
        var seen = people.clerk().get("/api/v1/investors/" + investor);
        people.clerk()
                .header("If-Match", seen.header("ETag"))
                .body(Map.of("reason", "换号", "phone", "13900139000"))
                .put("/api/v1/investors/" + investor)
                .then()
                .statusCode(200);
    }

    private void mergeAndSeparate(String person) {
        var other = register.register(register.platform()).getString("investor.id");
        post(people.chief(), "/api/v1/investors/" + other + "/merge", 0, Map.of("intoId", person, "reason", "照片相符"));
        var merge = people.chief()
                .get("/api/v1/investors/" + person + "/merges")
                .jsonPath()
                .getString("items[0].id");
        var another = people.with(Role.SECTION_CHIEF, Role.CLERK);
        post(another, "/api/v1/investors/merges/" + merge + "/undo", 0, Map.of("reason", "父子二人"));
    }

    private void attachEvidence(String registration) {
        people.clerk()
                .contentType(ContentType.MULTIPART)
                .multiPart("kind", "CONTRACT")
                .multiPart("file", "合同.pdf", "%PDF-1.4\n%%EOF\n".getBytes(), "application/pdf")
                .post("/api/v1/registrations/" + registration + "/evidence")
                .then()
                .statusCode(201);
    }

    private void changeAccount() {
        var account = people.as(Role.CLERK, Register.CHENGXI).get("/api/v1/me").jsonPath();
        people.as(Role.ADMIN, null)
                .header("If-Match", "\"" + account.getLong("version") + "\"")
                .body(Map.of("name", "陈登记", "roles", Set.of("CLERK"), "areaCode", Register.CHENGXI, "disabled", false))
                .put("/api/v1/accounts/" + account.getString("id"))
                .then()
                .statusCode(200);
    }

    private void refuseAnAccount() {
        approvals.begin();
        String account = people.as(Role.ADMIN, null)
                .body(Map.of(
                        "username",
                        "every.record",
                        "name",
                        "陈登记",
                        "password",
                        "a password for tests",
                        "roles",
                        Set.of("CLERK")))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approvals
                .decide(people.chief(), approvals.pendingOf(account), "refuse", Map.of("reason", "查无此人"))
                .statusCode(200);
    }

    private void exchangeTemplate() {
        var seen = people.chief().get(TEMPLATE);
        people.chief()
                .contentType(ContentType.MULTIPART)
                .header("If-Match", seen.header("ETag"))
                .multiPart(
                        "file",
                        "a.docx",
                        people.chief().get(TEMPLATE + "/file").asByteArray(),
                        "application/octet-stream")
                .put(TEMPLATE)
                .then()
                .statusCode(200);
        post(
                people.chief().header("If-Match", people.chief().get(TEMPLATE).header("ETag")),
                TEMPLATE + "/restore",
                Map.of());
    }

    private void list(String registration) {
        var entry = post(
                        people.clerk(),
                        "/api/v1/attention-entries",
                        Map.of("registrationId", registration, "reason", "HARDSHIP", "level", 2))
                .path("id");
        var today = Clocks.today(clock);
        post(
                people.chief(),
                "/api/v1/attention-entries/" + entry + "/approve",
                0,
                Map.of("reviewOn", today.plusDays(30).toString()));
        clock.setTo(clock.instant().plus(Duration.ofDays(40)));
        while (attention.lapseDue() > 0) {
            // until all have lapsed
        }
    }

    private void withdraw(String registration) {
        post(people.clerk(), "/api/v1/registrations/" + registration + "/withdraw", 0, Map.of("reason", "本人撤回"));
    }

    /** Records without audit entries are protected from changes, or count events that are audited. */
    @Test
    void append_only_tables_that_are_not_audited_refuse_deletes() {
        assertThat(refusals.query("select event_object_table from information_schema.triggers"
                        + " where event_manipulation = 'DELETE' and action_statement like '%refuse_to_change%'"))
                .contains("tally_entry", "registration_history", "reveal");
    }
}
