package io.redress.common.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.time.AdjustableClock;
import io.redress.testing.Bulletining;
import io.redress.testing.Owner;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.redress.testing.Weeks;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Prometheus metrics at the management port. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class MetricsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    @Inject
    AdjustableClock clock;

    @Inject
    Owner owner;

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    private String read() {
        return given().noFilters().get(metrics).then().statusCode(200).extract().asString();
    }

    private double value(String name) {
        var line = Pattern.compile("^" + name + "(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE)
                .matcher(read());
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }

    @Test
    void the_connection_pool_is_measured() {
        assertThat(value("agroal_available_count")).isNotNegative();
        assertThat(read()).contains("agroal_awaiting_count", "agroal_blocking_time_average_milliseconds");
    }

    @Test
    void waiting_and_failed_mails_are_counted() {
        var waiting = value("redress_mails_waiting");
        var givenUp = value("redress_mails_given_up");
        var platform = register.platform();
        var id = bulletins.draftOfNewWeek(platform);
        bulletins.issue(id);
        assertThat(value("redress_mails_waiting")).isEqualTo(waiting + 2);
        owner.execute("update outbox_mail set next_attempt_at = null where record_id = '" + id + "'");
        assertThat(value("redress_mails_waiting")).isEqualTo(waiting);
        assertThat(value("redress_mails_given_up")).isEqualTo(givenUp + 2);
    }

    @Test
    void pending_audit_entries_are_counted_with_their_age() {
        var waiting = value("redress_audit_entries_unsealed");
        register.register(register.platform());
        assertThat(value("redress_audit_entries_unsealed")).isGreaterThan(waiting);
        var age = value("redress_audit_unsealed_age_seconds");
        clock.setTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(value("redress_audit_unsealed_age_seconds")).isBetween(age + 3599, age + 3660);
    }

    @Test
    void weeks_due_for_closing_are_counted() {
        var week = weeks.next();
        register.register(register.platform());
        weeks.close(week);
        assertThat(value("redress_reporting_weeks_overdue")).isZero();
        weeks.next();
        weeks.next();
        var overdue = weeks.next().minusWeeks(1);
        assertThat(value("redress_reporting_weeks_overdue")).isEqualTo(2);
        weeks.close(overdue);
        assertThat(value("redress_reporting_weeks_overdue")).isZero();
    }

    @Test
    void bulletins_that_are_due_and_not_issued_are_counted() {
        var platform = register.platform();
        var id = bulletins.draftOfNewWeek(platform);
        var missing = value("redress_bulletins_missing");
        bulletins.issue(id);
        assertThat(value("redress_bulletins_missing")).isEqualTo(missing - 1);
    }

    @Test
    void a_gauge_whose_query_fails_is_NaN_and_the_other_metrics_stay() {
        owner.execute("alter table outbox_mail rename to outbox_mail_gone");
        try {
            assertThat(value("redress_mails_waiting")).isNaN();
            assertThat(value("jvm_threads_live_threads")).isPositive();
        } finally {
            owner.execute("alter table outbox_mail_gone rename to outbox_mail");
        }
        assertThat(value("redress_mails_waiting")).isNotNegative();
    }
}
