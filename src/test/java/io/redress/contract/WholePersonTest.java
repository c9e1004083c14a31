package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Ground;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.Secret;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * All data about a person is in the person's own extract (个人信息保护法 45), and it moves with the person. The test fails for
 * a table that refers to people and that no planter fills.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WholePersonTest {

    /** Tables that refer to a person by foreign keys, with the condition for their rows. */
    private static final String ABOUT_PEOPLE = """
            with recursive about (name, condition) as (
                select 'investor' collate "C", 'id = ?' collate "C"
                union
                select con.conrelid::regclass::text collate "C",
                    (quote_ident(att.attname) || ' in (select id from ' || about.name || ' where ' || about.condition || ')') collate "C"
                from about
                join pg_constraint con on con.contype = 'f' and con.confrelid = about.name::regclass
                    and con.conrelid <> con.confrelid
                join pg_attribute att on att.attrelid = con.conrelid and att.attnum = con.conkey[1]
                where cardinality(con.conkey) = 1 and exists (
                    select from pg_attribute id where id.attrelid = about.name::regclass and id.attname = 'id')
            )
            select name, string_agg(condition, ' or ') from about group by name order by name
            """;

    @Inject
    Planting planting;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    AgroalDataSource database;

    @Test
    void the_extract_has_all_data_about_the_person() {
        for (var planted : new Planted[] {planting.running(), planting.ended()}) {
            var extract = look(planted.ids().get("investors"));
            assertThat(planted.secrets().stream()
                            .filter(Secret::staysInArea)
                            .filter(secret -> !secret.what().equals("材料字节"))
                            .filter(secret -> !extract.contains(secret.value()))
                            .map(Secret::what))
                    .as("kept of a person, and not in the person's extract")
                    .isEmpty();
        }
    }

    @Test
    void every_table_about_people_has_planted_rows() throws SQLException {
        var person = planting.running().ids().get("investors");
        mergeAnotherInto(person);
        look(person);
        var tables = aboutPeople();
        assertThat(tables).hasSizeGreaterThan(6).containsKeys("registration", "attention_entry", "evidence");
        for (var table : tables.entrySet()) {
            assertThat(count(table.getKey(), "(" + table.getValue() + ")", person))
                    .as("rows of " + table.getKey() + ", which a Planter of its feature makes")
                    .isPositive();
        }
    }

    /** Ended cases, too: they are still stored for the person. */
    @Test
    void records_with_an_area_move_with_the_person() throws SQLException {
        for (var planted : new Planted[] {planting.running(), planting.ended()}) {
            var person = planted.ids().get("investors");
            move(person);
            assertThat(count("investor", "area_code = '" + Register.KAIYUAN + "' and id = ?", person))
                    .as("who has not moved")
                    .isZero();
            var scoped = aboutPeople();
            scoped.keySet().retainAll(tablesWithAnArea());
            assertThat(scoped).containsKeys("investor", "attention_entry");
            for (var table : scoped.entrySet()) {
                var behind =
                        "area_code <> (select area_code from investor where id = ?) and (" + table.getValue() + ")";
                assertThat(count(table.getKey(), behind, person))
                        .as("rows of " + table.getKey() + " left behind")
                        .isZero();
            }
        }
    }

    private void move(String person) {
        var path = Ground.API + "investors/" + person;
        people.clerk()
                .header("If-Match", people.clerk().get(path).header("ETag"))
                .body(Map.of("reason", "迁居", "address", Map.of("areaCode", Register.CHENGXI)))
                .put(path)
                .then()
                .statusCode(200);
    }

    private String look(String person) {
        return people.chief()
                .body(Map.of("identifiedBy", "身份证"))
                .post(Ground.API + "investors/" + person + "/extracts")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void mergeAnotherInto(String person) {
        var path = Ground.API + "investors/"
                + register.register(register.platform()).getString("investor.id");
        people.chief()
                .header("If-Match", people.chief().get(path).header("ETag"))
                .body(Map.of("intoId", person, "reason", "同一人"))
                .post(path + "/merge")
                .then()
                .statusCode(200);
    }

    private Map<String, String> aboutPeople() throws SQLException {
        var tables = new TreeMap<String, String>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ABOUT_PEOPLE);
                var row = select.executeQuery()) {
            while (row.next()) {
                tables.put(row.getString(1), row.getString(2));
            }
        }
        return tables;
    }

    private Set<String> tablesWithAnArea() throws SQLException {
        var tables = new TreeSet<String>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select attrelid::regclass::text from pg_attribute where attname = 'area_code'");
                var row = select.executeQuery()) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private long count(String table, String condition, String person) throws SQLException {
        var parameters = condition.chars().filter(character -> character == '?').count();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from " + table + " where " + condition)) {
            for (var i = 1; i <= parameters; i++) {
                select.setObject(i, UUID.fromString(person));
            }
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
