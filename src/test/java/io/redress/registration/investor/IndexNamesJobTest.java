package io.redress.registration.investor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.area.AreaScope;
import io.redress.common.database.AdvisoryLocks;
import io.redress.common.database.Sql;
import io.redress.common.database.UncheckedSqlException;
import io.redress.testing.AtOnce;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Names from before the tokens are found before, while and after one instance indexes them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class IndexNamesJobTest {

    private static final String STEPS =
            "select details ->> 'step' from audit_entry where action = 'index-names' order by id";

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    IndexNamesJob job;

    @Inject
    UnindexedNames unindexed;

    @Inject
    Sql sql;

    @Inject
    AdvisoryLocks locks;

    @Inject
    Owner owner;

    @Inject
    Refusals database;

    @Inject
    People people;

    @Inject
    Register register;

    private String enter(String name, String areaCode) {
        var request = Register.request(register.platform());
        Register.investorOf(request)
                .putAll(Map.of("name", name, "address", Map.of("areaCode", areaCode, "text", "开元路12号")));
        return register.register(request).getString("investor.id");
    }

    /** As the migration leaves them. */
    private void unindex(String id, String name, String pinyin, String initials) {
        owner.execute(
                "delete from investor_name_token where investor_id = '" + id + "'",
                "insert into unindexed_name values ('%s', '%s', '%s', '%s')".formatted(id, name, pinyin, initials));
    }

    /** As an instance that started when there were such names. */
    private List<String> found(UnindexedNames names, String text, String scope) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new NameSearch(names)
                        .called(text, scope == null ? AreaScope.EVERYWHERE : AreaScope.of(scope), 50).stream()
                                .map(investor -> investor.id.toString())
                                .toList());
    }

    private void change(String id, Map<String, Object> change) {
        var body = new HashMap<>(change);
        body.put("reason", "更正");
        people.chief()
                .header(
                        "If-Match",
                        people.chief().get("/api/v1/investors/" + id).header("ETag"))
                .body(body)
                .put("/api/v1/investors/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void each_is_found_at_every_moment_and_nothing_is_left_in_clear() throws Exception {
        var whole = enter("妫", Register.KAIYUAN);
        var other = enter("妫丙", Register.CHENGXI);
        var renamed = enter("妫旧", Register.KAIYUAN);
        var locked = enter("妫丁", Register.KAIYUAN);
        var newer = enter("妫戊", Register.KAIYUAN);
        unindex(whole, "妫", "gui", "g");
        unindex(other, "妫丙", "guibing", "gb");
        unindex(renamed, "妫旧", "guijiu", "gj");
        unindex(locked, "妫丁", "guiding", "gd");
        var names = new UnindexedNames(sql);
        assertThat(found(names, "妫", null)).containsExactly(whole, newer, locked, renamed, other);
        assertThat(found(names, "妫", Register.CHENGXI)).containsExactly(other);
        assertThat(found(names, "guij", null)).containsExactly(renamed);

        change(renamed, Map.of("name", "妫新"));
        assertThat(found(names, "妫旧", null)).isEmpty();
        assertThat(found(names, "妫新", null)).containsExactly(renamed);
        change(other, Map.of("address", Map.of("areaCode", Register.KAIYUAN)));
        assertThat(found(names, "guibing", Register.KAIYUAN)).containsExactly(other);

        var steps = database.query(STEPS).size();
        try (var elsewhere = locks.tryLock("index-names")) {
            assertThat(elsewhere.isHeld()).isTrue();
            assertThat(job.indexUnlessAnotherDoes()).isFalse();
        }
        QuarkusTransaction.begin();
        assertThat(unindexed.indexNext(2)).isEqualTo(2);
        QuarkusTransaction.rollback();
        assertThat(unindexed.count()).as("killed in a batch").isEqualTo(4);
        assertThat(unindexed.indexNext(1)).isEqualTo(1);
        assertThat(found(names, "妫", null))
                .as("killed after one")
                .containsExactly(whole, newer, locked, renamed, other);
        try (var busy = owner.connect();
                var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("select from investor where id = '" + locked + "' for update");
            assertThat(job.indexUnlessAnotherDoes()).isTrue();
            assertThat(database.query("select investor_id from unindexed_name")).containsExactly(locked);
            assertThat(found(names, "妫", null)).containsExactly(whole, newer, locked, renamed, other);
            busy.rollback();
        }
        assertThat(job.indexUnlessAnotherDoes()).isTrue();
        assertThat(database.query("select count(*) from unindexed_name")).containsExactly("0");
        assertThat(database.query(STEPS)).hasSizeGreaterThan(steps).endsWith("ended");
        assertThat(given().noFilters().get(metrics).asString()).contains("redress_names_unindexed 0");

        assertThat(names.isAny()).isFalse();
        assertThat(found(names, "妫", null)).containsExactly(whole, newer, locked, renamed, other);
        assertThat(found(names, "妫", Register.CHENGXI)).isEmpty();
        assertThat(found(names, "guixin", Register.KAIYUAN)).containsExactly(renamed);
        assertThat(database.query(
                        "select count(*) from investor_name_token where investor_id = '%s'".formatted(renamed)))
                .as("the same as if it had been entered so")
                .isEqualTo(
                        database.query("select %d".formatted(NameTerms.of("妫新").size())));
    }

    @Test
    void a_full_disk_stops_it_and_it_goes_on_later() throws Exception {
        var id = enter("妡甲", Register.KAIYUAN);
        unindex(id, "妡甲", "xinjia", "xj");
        owner.execute(
                "create function disk_full() returns trigger language plpgsql as $$"
                        + " begin raise sqlstate '53100' using message = 'No space left on device'; end $$",
                "create trigger disk_full before insert on investor_name_token for each row execute function disk_full()");
        try {
            assertThatThrownBy(() -> job.indexUnlessAnotherDoes()).isInstanceOf(UncheckedSqlException.class);
            assertThat(unindexed.count()).isEqualTo(1);
            assertThat(found(new UnindexedNames(sql), "妡甲", null)).containsExactly(id);
        } finally {
            owner.execute("drop function disk_full() cascade");
        }
        assertThat(job.indexUnlessAnotherDoes()).isTrue();
        assertThat(unindexed.count()).isZero();
        assertThat(found(new UnindexedNames(sql), "妡甲", null)).containsExactly(id);
    }

    @Test
    void two_at_once_lose_no_name_even_without_the_lock() throws Exception {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 6; i++) {
            var name = "姞" + Character.toString(0x4E00 + i);
            ids.add(0, enter(name, Register.KAIYUAN));
            unindex(ids.get(0), name, "ji", "j");
        }
        Callable<Boolean> indexing = () -> {
            while (unindexed.count() > 0) {
                unindexed.indexNext(1);
            }
            return true;
        };
        AtOnce.all(List.of(indexing, indexing));
        assertThat(found(new UnindexedNames(sql), "姞", null)).isEqualTo(ids);
    }

    @Test
    void somebody_anonymous_gets_no_tokens() throws Exception {
        var id = enter("妘甲", Register.KAIYUAN);
        unindex(id, "妘甲", "yunjia", "yj");
        owner.execute("update investor set anonymised_at = now() where id = '" + id + "'");
        assertThat(job.indexUnlessAnotherDoes()).isTrue();
        assertThat(database.query("select count(*) from unindexed_name")).containsExactly("0");
        assertThat(database.query("select count(*) from investor_name_token where investor_id = '" + id + "'"))
                .containsExactly("0");
        owner.execute("update investor set anonymised_at = null where id = '" + id + "'");
    }
}
