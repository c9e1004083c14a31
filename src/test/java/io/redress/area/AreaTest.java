package io.redress.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AreaTest {

    @Inject
    Addresses addresses;

    @Inject
    People people;

    @ParameterizedTest
    @CsvSource({
        "湘桥区南春街道振德街社区12号, 445102011002",
        "广东省潮州市湘桥区南春街道３号, 445102011000",
        "南春街道 振德街 社区, 445102011002",
        "湘桥街道金山巷社区, 445102010011",
        "太平街道, 445102010000",
        "潮州市湘桥区西新街道西新社区5号, 445102011008",
        "西新街道振德街社区, 445102011002",
        "意溪镇寨内大巷8号, 445102100002",
        "意溪, 445102100000",
        "意溪镇石牌村3号, 445102100205",
        "磷溪镇溪口三村, 445102111223",
        "开发区城东路1号, 445102401000",
        "潮州市凤泉湖高新技术产业开发区创新路, 445102402000",
        "红山林场, 445102400000"
    })
    @TestTransaction
    void an_address_resolves_to_the_deepest_present_area_that_it_names(String text, String code) {
        assertThat(addresses.resolve(text))
                .get()
                .satisfies(found -> assertThat(found.area().code).isEqualTo(code));
    }

    @Test
    @TestTransaction
    void an_abolished_street_resolves_to_its_successor_and_is_marked() {
        var found = addresses.resolve("湘桥区南春街道振德街社区12号").orElseThrow();
        assertThat(found.isSucceeded()).isTrue();
        assertThat(found.spoken().code).isEqualTo("445102005002");
        assertThat(addresses.resolve("金山街道").orElseThrow().area().code).isEqualTo("445102010000");
    }

    @Test
    @TestTransaction
    void a_name_of_an_abolished_and_a_present_area_resolves_to_the_present_area() {
        var found = addresses.resolve("太平街道义兴社区").orElseThrow();
        assertThat(found.area().code).isEqualTo("445102010018");
        assertThat(found.isSucceeded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"振德街社区12号, 445102011002", "下津村, 445102007200", "韩山师范学院社区, 445102007400", "田中居委会, 445102009200"})
    @TestTransaction
    void a_village_name_alone_resolves(String text, String code) {
        assertThat(addresses.resolve(text).orElseThrow().area().code).isEqualTo(code);
    }

    @Test
    @TestTransaction
    void a_village_name_that_two_towns_have_does_not_resolve() {
        persistVillage("445102111299", "陈桥村民委员会", "445102111000");
        assertThat(addresses.resolve("陈桥村5号")).isEmpty();
        assertThat(addresses.resolve("凤新街道陈桥村5号").orElseThrow().area().code).isEqualTo("445102009205");
        assertThat(addresses.resolve("磷溪镇陈桥村5号").orElseThrow().area().code).isEqualTo("445102111299");
    }

    @ParameterizedTest
    @ValueSource(strings = {"湘桥区", "广东省潮州市湘桥区", "太平路12号", "新桥市场旁城南路", "花园新村3栋", "中山路15号", "某小区外侧", "意溪镇与官塘镇之间"})
    @TestTransaction
    void a_road_an_estate_or_the_county_alone_does_not_resolve(String text) {
        assertThat(addresses.resolve(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"区外", "潮州市潮安区枫溪镇", "潮安县", "枫溪区", "饶平县三饶镇", "广东省汕头市金平区太平社区", "福建省漳州市", "上海市黄浦区", "深圳市福田区"})
    @TestTransaction
    void an_address_in_another_county_resolves_to_outside(String text) {
        assertThat(addresses.resolve(text).orElseThrow().area().code).isEqualTo(Area.OUTSIDE);
    }

    @Test
    @TestTransaction
    void every_abolished_area_has_a_present_successor() {
        assertThat(Area.count()).isEqualTo(231);
        assertThat(Area.count("validTo is not null and successorCode is null")).isZero();
        assertThat(Area.<Area>list("validTo is not null"))
                .hasSize(34)
                .allSatisfy(area -> assertThat(area.current().isAbolished()).isFalse());
    }

    @Test
    void a_scope_contains_its_area_and_the_areas_below_it() {
        var county = AreaScope.of("445102000000");
        assertThat(county.pattern()).isEqualTo("445102%");
        assertThat(county.includes("445102011002")).isTrue();
        assertThat(county.includes(Area.OUTSIDE)).isFalse();
        var town = AreaScope.of("445102100");
        assertThat(town.pattern()).isEqualTo("445102100%");
        assertThat(town.includes("445102100205")).isTrue();
        assertThat(town.includes("445102111205")).isFalse();
        var village = AreaScope.of("445102007200");
        assertThat(village.includes("445102007200")).isTrue();
        assertThat(village.includes("445102007201")).isFalse();
        assertThat(AreaScope.of("440000000000").pattern()).isEqualTo("44%");
        assertThat(AreaScope.of("445100000000").pattern()).isEqualTo("4451%");
        assertThat(AreaScope.of(null).includes(Area.OUTSIDE)).isTrue();
        assertThat(AreaScope.of(Area.OUTSIDE).includes("445102007200")).isFalse();
    }

    @Test
    void the_list_of_towns_includes_abolished_towns() {
        people.clerk()
                .get("/api/v1/areas?parent=445102000000")
                .then()
                .statusCode(200)
                .body("items", hasSize(18))
                .body("items.findAll { it.name == '太平街道' }.code", contains("445102004000", "445102010000"))
                .body("next", nullValue());
    }

    @Test
    void areas_are_found_by_name_present_ones_first() {
        people.clerk()
                .get("/api/v1/areas?name=西新")
                .then()
                .statusCode(200)
                .body("items[0].validTo", nullValue())
                .body("items.code", hasItems("445102011000", "445102006000", "445102011008"));
        people.clerk().get("/api/v1/areas?name=%25").then().statusCode(200).body("items", hasSize(0));
        people.clerk().get("/api/v1/areas").then().statusCode(422).body("errors.pointer", contains("?parent"));
        people.nobody().get("/api/v1/areas?name=西新").then().statusCode(401);
    }

    @Test
    void areas_are_found_by_the_beginning_of_their_pinyin_or_its_initials() {
        for (var typed : List.of("xixin", "XXJD", "xixinjiedao")) {
            people.clerk()
                    .get("/api/v1/areas?name=" + typed)
                    .then()
                    .statusCode(200)
                    .body("items[0].validTo", nullValue())
                    .body("items.code", hasItems("445102011000", "445102006000"));
        }
        people.clerk().get("/api/v1/areas?name=zzzz").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void an_area_is_read_by_its_short_or_its_long_code() {
        people.clerk()
                .get("/api/v1/areas/445102006")
                .then()
                .statusCode(200)
                .body("code", equalTo("445102006000"))
                .body("successorCode", equalTo("445102011000"));
        people.clerk().get("/api/v1/areas/OUTSIDE").then().statusCode(200).body("name", equalTo("区外"));
        people.clerk().get("/api/v1/areas/999999").then().statusCode(404);
    }

    @Test
    void an_address_is_resolved_over_the_api() {
        people.clerk()
                .body(Map.of("text", "湘桥区南春街道振德街社区12号"))
                .post("/api/v1/areas/resolve")
                .then()
                .statusCode(200)
                .body("area.code", equalTo("445102011002"))
                .body("spoken.code", equalTo("445102005002"));
        people.clerk()
                .body(Map.of("text", "某路12号"))
                .post("/api/v1/areas/resolve")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/text"));
        people.nobody()
                .body(Map.of("text", "太平街道"))
                .post("/api/v1/areas/resolve")
                .then()
                .statusCode(401);
    }

    private static void persistVillage(String code, String name, String parentCode) {
        var village = new Area();
        village.code = code;
        village.name = name;
        village.level = AreaLevel.VILLAGE;
        village.parentCode = parentCode;
        village.validFrom = LocalDate.of(2021, 1, 1);
        village.persistAndFlush();
    }
}
