package io.redress.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.account.AccountView;
import io.redress.account.Accounts;
import io.redress.account.OpenAccount;
import io.redress.account.Role;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.AtOnce;
import io.redress.testing.Browser;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.TestDatabase;
import io.redress.testing.Witnesses;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Password guessing is slow, and an attacker's guesses do not lock out the owner of the account. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(BehindProxyTest.Forwarding.class)
class SignInLockTest {

    private static final String PASSWORD = "a long enough password";
    private static final String WRONG = "not the password at all";
    private static final Duration WITHIN_A_LOCK = Duration.ofSeconds(25);
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Inject
    Accounts accounts;

    @Inject
    People people;

    @Inject
    Witnesses witnesses;

    @Inject
    Refusals database;

    @Inject
    AdjustableClock clock;

    private AccountView opened() {
        var username = "guessed" + SERIAL.incrementAndGet();
        return accounts.openWithOwnPassword(new OpenAccount(username, "林登记", PASSWORD, Set.of(Role.CLERK), null, null));
    }

    /** A browser at an address that no other test uses. */
    private static Browser stranger() {
        var serial = SERIAL.incrementAndGet();
        return Browser.at("203.0.%d.%d".formatted(serial / 250, serial % 250 + 1));
    }

    private void wait(Duration duration) {
        clock.setTo(clock.instant().plus(duration));
    }

    private static void fails(Browser browser, String username, int times) {
        for (var i = 0; i < times; i++) {
            browser.tries(username, WRONG).statusCode(401);
        }
    }

    private static int isLocked(Browser browser, String username) {
        var seconds = browser.tries(username, PASSWORD)
                .statusCode(429)
                .body("type", equalTo("/problems/sign-in-locked"))
                .extract()
                .header("Retry-After");
        return Integer.parseInt(seconds);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void after_five_failures_the_wait_grows_and_even_the_right_password_is_refused() {
        var account = opened();
        var browser = stranger();
        fails(browser, account.username(), 5);
        assertThat(isLocked(browser, account.username())).isBetween(10, 30);
        wait(Duration.ofSeconds(31));
        fails(browser, account.username(), 1);
        assertThat(isLocked(browser, account.username())).isBetween(31, 60);
        wait(Duration.ofSeconds(61));
        browser.signsIn(account.username(), PASSWORD);
        browser.forgets();
        fails(browser, account.username(), 4);
        browser.signsIn(account.username(), PASSWORD);
    }

    @Test
    void the_longest_wait_is_fifteen_minutes() {
        var account = opened();
        var browser = stranger();
        fails(browser, account.username(), 5);
        for (var i = 0; i < 12; i++) {
            wait(Duration.ofMinutes(15).plusSeconds(1));
            fails(browser, account.username(), 1);
        }
        assertThat(isLocked(browser, account.username())).isBetween(800, 900);
        wait(Duration.ofMinutes(15).plusSeconds(1));
        browser.signsIn(account.username(), PASSWORD);
    }

    @Test
    void an_unknown_user_name_is_refused_and_locked_like_a_known_one() {
        var account = opened();
        var one = stranger();
        var other = stranger();
        fails(one, account.username(), 4);
        fails(other, "nobody-of-this-name", 4);
        var wrong = one.tries(account.username(), WRONG).statusCode(401).extract();
        assertThat(other.tries("nobody-of-this-name", WRONG)
                        .statusCode(401)
                        .extract()
                        .asString())
                .isEqualTo(wrong.asString());
        var locked = one.tries(account.username(), WRONG).statusCode(429).extract();
        assertThat(withoutSeconds(other.tries("nobody-of-this-name", WRONG)
                        .statusCode(429)
                        .extract()
                        .asString()))
                .isEqualTo(withoutSeconds(locked.asString()));
    }

    /** If two are locked one after the other, the second waits longer, by the time the machine took between them. */
    private static String withoutSeconds(String locked) {
        assertThat(locked).containsPattern("请在 [12]?\\d 秒后再试|请在 30 秒后再试");
        return locked.replaceFirst("请在 \\d+ 秒后", "请在…秒后");
    }

    /** For a new account, and all within the first lock, because one more guess is allowed after it. */
    private List<Integer> guessesAtOnce(int guesses, Supplier<Browser> browser) {
        for (var tries = 0; tries < 5; tries++) {
            var account = opened();
            Callable<Integer> guess = () ->
                    browser.get().tries(account.username(), WRONG).extract().statusCode();
            var begun = Instant.now();
            var answers = AtOnce.all(Collections.nCopies(guesses, guess));
            if (Duration.between(begun, Instant.now()).compareTo(WITHIN_A_LOCK) < 0) {
                return answers;
            }
        }
        throw new AssertionError("this machine never makes " + guesses + " guesses in " + WITHIN_A_LOCK);
    }

    @Test
    void concurrent_guesses_are_limited_like_sequential_ones() {
        var browser = stranger();
        var answers = guessesAtOnce(24, () -> browser);
        assertThat(Collections.frequency(answers, 401)).isEqualTo(5);
        assertThat(Collections.frequency(answers, 429)).isEqualTo(19);
    }

    @Test
    void many_addresses_together_get_at_most_twenty_guesses_at_one_user_name() {
        var answers = guessesAtOnce(32, SignInLockTest::stranger);
        assertThat(Collections.frequency(answers, 401)).isEqualTo(20);
        assertThat(Collections.frequency(answers, 429)).isEqualTo(12);
    }

    @Test
    void failures_of_unknown_callers_do_not_lock_out_known_browsers_and_addresses() {
        var account = opened();
        var knownBrowser = stranger().signsIn(account.username(), PASSWORD);
        var knownAddress = stranger().signsIn(account.username(), PASSWORD);
        knownAddress.forgets();
        for (var i = 0; i < 20; i++) {
            fails(stranger(), account.username(), 1);
        }
        isLocked(stranger(), account.username());
        knownBrowser.signsIn(account.username(), PASSWORD);
        knownAddress.signsIn(account.username(), PASSWORD);
    }

    @Test
    void a_known_browser_has_its_own_failure_counter_even_at_a_shared_address() {
        var account = opened();
        var address = "198.51.100." + SERIAL.incrementAndGet();
        var mine = Browser.at(address).signsIn(account.username(), PASSWORD);
        var colleague = Browser.at(address);
        fails(colleague, account.username(), 5);
        isLocked(colleague, account.username());
        mine.signsIn(account.username(), PASSWORD);
        fails(mine, account.username(), 10);
        isLocked(mine, account.username());
    }

    @Test
    void a_forged_or_foreign_device_cookie_is_ignored() throws Exception {
        var account = opened();
        var other = opened();
        var borrowed = stranger().signsIn(other.username(), PASSWORD);
        fails(borrowed, account.username(), 5);
        isLocked(borrowed, account.username());
        assertThat(database.query("select count(*) from known_device where account_id = ?", account.id()))
                .containsExactly("0");
    }

    @Test
    void one_address_cannot_try_all_user_names() {
        var browser = stranger();
        for (var i = 0; i < 100; i++) {
            browser.tries("name-" + SERIAL.incrementAndGet(), WRONG).statusCode(401);
        }
        isLocked(browser, opened().username());
        isLocked(browser, "nobody-either");
    }

    @Test
    void a_successful_sign_in_does_not_reset_failures_at_other_user_names() {
        var account = opened();
        var browser = stranger();
        for (var i = 0; i < 99; i++) {
            browser.tries("name-" + SERIAL.incrementAndGet(), WRONG).statusCode(401);
            if (i % 20 == 0) {
                browser.forgets();
                browser.signsIn(account.username(), PASSWORD);
            }
        }
        browser.forgets();
        browser.tries("name-" + SERIAL.incrementAndGet(), WRONG).statusCode(401);
        isLocked(browser, "nobody-at-all");
    }

    @Test
    void only_an_administrator_can_see_and_lift_a_lock() {
        var account = opened();
        var browser = stranger();
        fails(browser, account.username(), 5);
        isLocked(browser, account.username());
        var of = "items.find { it.username == '" + account.username() + "' }.";
        String id = people.as(Role.ADMIN, null)
                .queryParam("limit", 200)
                .get("/api/v1/sign-in-locks")
                .then()
                .statusCode(200)
                .body(of + "lane", equalTo("NAME_AND_ADDRESS"))
                .body(of + "failures", equalTo(5))
                .extract()
                .path(of + "id");
        var path = "/api/v1/sign-in-locks/" + id;
        people.chief().get("/api/v1/sign-in-locks").then().statusCode(403);
        people.chief().delete(path).then().statusCode(403);
        people.as(Role.ADMIN, null).delete(path).then().statusCode(204);
        people.as(Role.ADMIN, null).delete(path).then().statusCode(404);
        browser.signsIn(account.username(), PASSWORD);
        assertThat(witnesses.of(account.id())).contains("sign-in-lock-lifted");
    }

    @Test
    void the_audit_log_has_each_failure_and_one_entry_for_a_lock() {
        var account = opened();
        var browser = stranger();
        fails(browser, account.username(), 5);
        isLocked(browser, account.username());
        isLocked(browser, account.username());
        wait(Duration.ofMinutes(1));
        browser.signsIn(account.username(), PASSWORD);
        browser.delete("/session").statusCode(204);
        assertThat(witnesses.of(account.id()))
                .containsExactly(
                        "account-opened",
                        "sign-in-refused",
                        "sign-in-refused",
                        "sign-in-refused",
                        "sign-in-refused",
                        "sign-in-refused",
                        "sign-in-locked",
                        "signed-in",
                        "signed-out");
        assertThat(witnesses.all()).doesNotContain(PASSWORD, WRONG, "$argon2");
    }

    @Test
    void a_typed_user_name_is_not_stored() {
        var typed = "my secret " + UUID.randomUUID();
        fails(stranger(), typed, 5);
        assertThat(database.query("select string_agg(l::text, ' ') from sign_in_lane l"))
                .noneMatch(row -> row.contains(typed));
        assertThat(witnesses.all()).doesNotContain(typed);
    }

    @Test
    void guesses_of_the_current_password_in_an_open_session_are_limited() {
        var account = opened();
        var browser = stranger().signsIn(account.username(), PASSWORD);
        var guess = Map.of("currentPassword", WRONG, "newPassword", "three unrelated words");
        for (var i = 0; i < 10; i++) {
            browser.put("/me/password", guess)
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/currentPassword")));
        }
        browser.put("/me/password", guess)
                .statusCode(429)
                .header("Retry-After", not(containsString(".")))
                .body("type", equalTo("/problems/sign-in-locked"));
    }
}
