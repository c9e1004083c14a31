package io.redress.registration.investor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.identity.PersonName;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finding people by name. Each test has a surname of its own, so that no other test's people are found. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NameSearchTest {

    private static final String TOKENS = "select count(*) from investor_name_token where investor_id = '%s'";

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Refusals database;

    @Inject
    Owner owner;

    private JsonPath enter(String name, String areaCode) {
        var request = Register.request(register.platform());
        Register.investorOf(request)
                .putAll(Map.of("name", name, "address", Map.of("areaCode", areaCode, "text", "开元路12号")));
        return register.register(request);
    }

    private String enter(String name) {
        return enter(name, Register.KAIYUAN).getString("investor.id");
    }

    private static List<String> found(RequestSpecification by, String name) {
        return by.body(Map.of("name", name))
                .post("/api/v1/investors/lookup")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private List<String> found(String name) {
        return found(people.chief(), name);
    }

    private void change(RequestSpecification by, String id, Map<String, Object> change) {
        var body = new HashMap<>(change);
        body.put("reason", "更正");
        by.header("If-Match", people.chief().get("/api/v1/investors/" + id).header("ETag"))
                .body(body)
                .put("/api/v1/investors/" + id)
                .then()
                .statusCode(200);
    }

    private long tokens(String id) throws SQLException {
        return Long.parseLong(database.query(TOKENS.formatted(id)).get(0));
    }

    @Test
    void the_whole_name_comes_first_and_then_the_latest() {
        var whole = enter("褚蓥");
        var first = enter("褚蓥蓉");
        var second = enter("褚蓥莲");
        assertThat(found("褚蓥")).containsExactly(whole, second, first);
        assertThat(found("褚")).containsExactly(second, first, whole);
        assertThat(found("褚蓥莲")).containsExactly(second);
        assertThat(found("chuying")).containsExactly(whole, second, first);
        assertThat(found("ChuY")).containsExactly(second, first, whole);
        assertThat(found("cyl")).contains(second).doesNotContain(first, whole);
        assertThat(found("蓥")).isEmpty();
    }

    @Test
    void fifty_are_found_at_most_with_the_whole_name_among_them() {
        var whole = enter("郗");
        var others = IntStream.range(0, 51)
                .mapToObj(i -> enter("郗" + Character.toString(0x4E00 + i)))
                .toList();
        var expected = new ArrayList<>(List.of(whole));
        IntStream.range(0, 49).forEach(i -> expected.add(others.get(50 - i)));
        assertThat(found("郗")).isEqualTo(expected);
    }

    @Test
    void names_of_one_character_and_of_thirty_seven_are_found_by_any_beginning() {
        var one = enter("𠮷");
        // Other tests register people with this surname; whole names come first, the latest of them before the others.
        assertThat(found("𠮷")).startsWith(one);
        var name = "阿卜杜热合曼·" + "麦".repeat(30);
        var longest = enter(name);
        var longer = enter(name + "提");
        assertThat(found(name.substring(0, 10))).containsExactly(longer, longest);
        assertThat(found(name.substring(0, 36))).containsExactly(longer, longest);
        assertThat(found(name)).containsExactly(longest, longer);
        assertThat(found(name + "提")).containsExactly(longer);
        assertThat(found(name + "江")).isEmpty();
        var pinyin = PersonName.pinyin(name).substring(0, 90);
        assertThat(found(pinyin)).containsExactly(longer, longest);
        assertThat(found(pinyin.substring(0, 12))).contains(longest, longer);
        assertThat(found(pinyin + "x")).isEmpty();
        var company = enter("某".repeat(100));
        assertThat(found("某".repeat(99))).contains(company);
    }

    @Test
    void a_latin_name_is_found_by_its_beginning_in_any_case() {
        var id = enter("Zxq'or Quentin");
        for (var typed : List.of("Zxq'or Q", "zxq'", "ZXQOR", "zxqorquentin", "zq")) {
            assertThat(found(typed)).as(typed).contains(id);
        }
    }

    @Test
    void only_people_of_the_viewers_areas_are_found() {
        var here = enter("亓官甲", Register.KAIYUAN).getString("investor.id");
        var there = enter("亓官乙", Register.CHENGXI).getString("investor.id");
        assertThat(found("亓官")).containsExactly(there, here);
        assertThat(found(people.officerOf(Register.CHENGXI), "亓官")).containsExactly(there);
        assertThat(found(people.officerOf(Register.NEW_TAIPING), "亓官")).containsExactly(here);
        assertThat(found(people.officerOf(Register.KAIYUAN), "qiguan")).containsExactly(here);
    }

    @Test
    void a_new_name_and_a_move_are_followed() throws SQLException {
        var id = enter("璩甲");
        var before = tokens(id);
        change(people.chief(), id, Map.of("name", "璩乙"));
        assertThat(found("璩甲")).isEmpty();
        assertThat(found("璩乙")).containsExactly(id);
        change(people.chief(), id, Map.of("address", Map.of("areaCode", Register.CHENGXI)));
        assertThat(found(people.officerOf(Register.KAIYUAN), "璩乙")).isEmpty();
        assertThat(found(people.officerOf(Register.CHENGXI), "quy")).containsExactly(id);
        change(people.chief(), id, Map.of("name", "璩丙", "address", Map.of("areaCode", Register.KAIYUAN)));
        assertThat(found(people.officerOf(Register.KAIYUAN), "璩丙")).containsExactly(id);
        assertThat(tokens(id)).as("nothing is left of the other names").isBetween(before - 3, before + 3);
    }

    @Test
    void a_merged_record_leads_to_its_person_wherever_that_lives() {
        var person = enter("厍甲", Register.CHENGXI).getString("investor.id");
        var other = enter("厍乙");
        people.chief()
                .header(
                        "If-Match",
                        people.chief().get("/api/v1/investors/" + other).header("ETag"))
                .body(Map.of("intoId", person, "reason", "照片相符"))
                .post("/api/v1/investors/" + other + "/merge")
                .then()
                .statusCode(200);
        assertThat(found("厍乙")).containsExactly(person);
        assertThat(found(people.officerOf(Register.CHENGXI), "厍乙")).containsExactly(person);
        assertThat(found(people.officerOf(Register.KAIYUAN), "厍乙")).isEmpty();
        var merge = people.chief()
                .get("/api/v1/investors/" + person + "/merges")
                .jsonPath()
                .getString("items[0].id");
        people.with(Role.SECTION_CHIEF, Role.CLERK)
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "父子二人"))
                .post("/api/v1/investors/merges/" + merge + "/undo")
                .then()
                .statusCode(200);
        assertThat(found("厍乙")).containsExactly(other);
        assertThat(found(people.officerOf(Register.CHENGXI), "厍乙")).isEmpty();
    }

    /** What a collision of 64 bits would look like: the token of one name with another. */
    @Test
    void a_token_of_another_name_finds_nobody() {
        var right = enter("郤甲");
        var wrong = enter("仉乙");
        owner.execute("insert into investor_name_token select token, is_exact, '" + wrong
                + "', area_code from investor_name_token where investor_id = '" + right + "' on conflict do nothing");
        assertThat(found("郤甲")).containsExactly(right);
        assertThat(found("郤")).containsExactly(right);
    }

    @Test
    void no_name_and_nothing_of_it_is_in_the_audit_log_or_in_a_query_without_a_key() throws SQLException {
        var id = enter("缑秘名");
        assertThat(database.query("select count(*) from investor where id = '" + id
                        + "' and position(convert_to('缑秘名', 'UTF8') in name) > 0"))
                .containsExactly("0");
        assertThat(database.query("select count(*) from audit_entry where changes::text like '%缑秘名%'"))
                .containsExactly("0");
    }
}
