package io.redress.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.AccountView;
import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.Browser;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.TestDatabase;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Private work of one user: drafts and column sets. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WorkspaceTest {

    private static final String PASSWORD = "a long enough password";
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final String TYPED = "{\"name\":\"陈草稿\",\"phone\":\"13800138000\"}";

    @Inject
    Accounts accounts;

    @Inject
    People people;

    @Inject
    Refusals refusals;

    @Inject
    AdjustableClock clock;

    @Inject
    Drafts drafts;

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    private AccountView opened() {
        return accounts.openWithOwnPassword(
                new OpenAccount("desk" + SERIAL.incrementAndGet(), "林登记", PASSWORD, Set.of(Role.CLERK), null, null));
    }

    private static Browser signedIn(AccountView account) {
        return Browser.here().signsIn(account.username(), PASSWORD);
    }

    private static ValidatableResponse save(Browser browser, String form, String content) {
        return browser.put("/me/drafts/" + form, Map.of("content", content));
    }

    private static ValidatableResponse show(Browser browser, String name, List<String> columns) {
        return browser.put("/me/column-sets/" + name, Map.of("columns", columns));
    }

    @Test
    void drafts_are_saved_listed_latest_first_and_deleted() {
        var browser = signedIn(opened());
        save(browser, "register", "{}").statusCode(204);
        save(browser, "bulletin-1", "{\"a\":1}").statusCode(204);
        clock.setTo(clock.instant().plusSeconds(1));
        save(browser, "register", TYPED).statusCode(204);
        browser.get("/me/drafts")
                .statusCode(200)
                .body("items.form", contains("register", "bulletin-1"))
                .body("items[0].content", equalTo(TYPED))
                .body("next", equalTo(null));
        browser.delete("/me/drafts/register").statusCode(204);
        browser.delete("/me/drafts/register").statusCode(204);
        browser.get("/me/drafts").body("items.form", contains("bulletin-1"));
    }

    @Test
    void a_draft_is_encrypted_and_visible_to_its_owner_only() {
        var browser = signedIn(opened());
        save(browser, "register", TYPED).statusCode(204);
        signedIn(opened()).get("/me/drafts").body("items", empty());
        assertThat(refusals.query("select encode(content, 'escape') from draft"))
                .isNotEmpty()
                .noneMatch(kept -> kept.contains("13800138000"));
    }

    @Test
    void signing_out_deletes_the_own_drafts_only() {
        var account = opened();
        var other = signedIn(opened());
        save(other, "register", TYPED).statusCode(204);
        var browser = signedIn(account);
        save(browser, "register", TYPED).statusCode(204);
        browser.delete("/session").statusCode(204);
        signedIn(account).get("/me/drafts").body("items", empty());
        other.get("/me/drafts").body("items", hasSize(1));
    }

    /** A user who closes the browser by mistake loses the session, but not the typed text. */
    @Test
    void a_draft_survives_a_lost_session_and_is_deleted_after_its_period() {
        var account = opened();
        var browser = signedIn(account);
        save(browser, "register", TYPED).statusCode(204);
        browser.forgets();
        signedIn(account).get("/me/drafts").body("items", hasSize(1));
        clock.setTo(clock.instant().plus(Draft.KEPT));
        signedIn(account).get("/me/drafts").body("items", empty());
        drafts.forgetOld();
        assertThat(refusals.query("select form from draft where account_id = '" + account.id() + "'"))
                .isEmpty();
    }

    @Test
    void the_oldest_draft_is_replaced_when_there_are_too_many() {
        var browser = signedIn(opened());
        for (var i = 0; i <= Draft.MOST; i++) {
            clock.setTo(clock.instant().plusSeconds(1));
            save(browser, "form-" + i, "{}").statusCode(204);
        }
        browser.get("/me/drafts").body("items", hasSize(Draft.MOST)).body("items.form", not(hasItem("form-0")));
    }

    @Test
    void a_draft_that_is_too_long_or_has_an_invalid_form_name_is_refused() {
        var browser = signedIn(opened());
        save(browser, "register", "x".repeat(60_001)).statusCode(422).body("errors.pointer", contains("/content"));
        save(browser, "Chen%20Shili", "{}").statusCode(422);
        browser.put("/me/drafts/register", Map.of()).statusCode(422).body("errors.pointer", contains("/content"));
        browser.get("/me/drafts").body("items", empty());
    }

    @Test
    void column_sets_are_stored_and_replaced_by_name() {
        var browser = signedIn(opened());
        show(browser, "查金额", List.of("NUMBER", "NET_LOSS")).statusCode(204);
        show(browser, "按地区", List.of("NUMBER", "AREA", "NAME")).statusCode(204);
        show(browser, "查金额", List.of("NUMBER", "STATUS", "NET_LOSS")).statusCode(204);
        browser.get("/me/column-sets")
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find { it.name == '查金额' }.columns", contains("NUMBER", "STATUS", "NET_LOSS"));
        signedIn(opened()).get("/me/column-sets").body("items", empty());
        browser.delete("/me/column-sets/查金额").statusCode(204);
        browser.get("/me/column-sets").body("items.name", contains("按地区"));
        browser.delete("/session").statusCode(204);
    }

    @Test
    void invalid_column_sets_and_too_many_sets_are_refused() {
        var browser = signedIn(opened());
        show(browser, "空", List.of()).statusCode(422).body("errors.pointer", contains("/columns"));
        show(browser, "重复", List.of("NAME", "NAME")).statusCode(422).body("errors.pointer", contains("/columns"));
        show(browser, "未知", List.of("DOCUMENT_NUMBER")).statusCode(422);
        show(browser, "长".repeat(41), List.of("NAME")).statusCode(422);
        show(browser, "　", List.of("NAME")).statusCode(422);
        for (var i = 0; i < ColumnSet.MOST; i++) {
            show(browser, "第" + i, List.of("NAME")).statusCode(204);
        }
        show(browser, "第0", List.of("NUMBER")).statusCode(204);
        show(browser, "再一组", List.of("NAME"))
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-column-sets"))
                .body("detail", equalTo("每人至多保存 20 组常用列。请先删去不用的。"));
        browser.get("/me/column-sets").body("items", hasSize(ColumnSet.MOST));
    }

    @Test
    void preferences_follow_the_account_to_another_browser_and_are_private() {
        var account = opened();
        var browser = signedIn(account);
        browser.get("/me/preferences")
                .statusCode(200)
                .body("language", nullValue())
                .body("dark", nullValue())
                .body("menuFolded", nullValue());
        browser.put("/me/preferences", Map.of("language", "en", "dark", false, "largeType", true))
                .statusCode(204);
        signedIn(account)
                .get("/me/preferences")
                .body("language", equalTo("en"))
                .body("dark", equalTo(false))
                .body("largeType", equalTo(true))
                .body("compact", nullValue());
        browser.put("/me/preferences", Map.of("compact", true)).statusCode(204);
        browser.get("/me/preferences").body("language", nullValue()).body("compact", equalTo(true));
        signedIn(opened()).get("/me/preferences").body("compact", nullValue());
    }

    @Test
    void unknown_preferences_are_refused() {
        var browser = signedIn(opened());
        browser.put("/me/preferences", Map.of("language", "fr"))
                .statusCode(422)
                .body("errors.pointer", contains("/language"));
        browser.put("/me/preferences", Map.of("dark", "perhaps")).statusCode(422);
        browser.get("/me/preferences").body("language", nullValue()).body("dark", nullValue());
    }

    @Test
    void a_token_cannot_use_drafts_column_sets_and_preferences() {
        var token = people.scriptTokenOf(Role.CLERK);
        for (var path : List.of("/me/drafts", "/me/column-sets", "/me/preferences")) {
            people.nobody()
                    .header("Authorization", "Bearer " + token)
                    .get("/api/v1" + path)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/token-needs-session"));
        }
    }
}
