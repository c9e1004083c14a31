package io.redress.registration;

import static io.redress.testing.Register.KAIYUAN;
import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegisterTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Test
    void a_person_is_found_by_number_phone_name_and_pinyin() {
        var number = Register.residentNumber();
        var body = request(register.platform(), number);
        investorOf(body).put("name", "欧阳𠮷祥");
        investorOf(body).put("phone", "139 0013-9000");
        var id = register.register(body).getString("investor.id");
        for (var criterion : List.of(
                Map.of("documentNumber", number),
                Map.of("phone", "+86 13900139000"),
                Map.of("name", "欧阳𠮷"),
                Map.of("name", "oyx"),
                Map.of("name", "ouyang"))) {
            people.clerk()
                    .body(criterion)
                    .post("/api/v1/investors/lookup")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
        }
        people.officerOf(Register.CHENGXI)
                .body(Map.of("documentNumber", number))
                .post("/api/v1/investors/lookup")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void the_register_is_paged_without_gaps_or_duplicates() {
        var platform = register.platform();
        for (var i = 0; i < 5; i++) {
            register.register(platform);
        }
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var query = people.clerk().queryParam("platformId", platform).queryParam("limit", 2);
            if (cursor != null) {
                query.queryParam("cursor", cursor);
            }
            var page = query.get("/api/v1/registrations")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.number"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        var platform = register.platform();
        register.register(platform);
        register.register(platform);
        String cursor = people.clerk()
                .queryParam("platformId", platform)
                .queryParam("limit", 1)
                .get("/api/v1/registrations")
                .path("next");
        people.clerk()
                .queryParam("cursor", cursor)
                .get("/api/v1/registrations")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/foreign-cursor"));
    }

    @Test
    void the_register_is_filtered_by_platform_area_status_and_day() {
        var platform = register.platform();
        var id = register.register(platform).getString("id");
        for (var query : List.of(
                Map.of("areaCode", KAIYUAN),
                Map.of("areaCode", "445102010"),
                Map.of("status", "RECEIVED"),
                Map.of("receivedFrom", "2020-01-01", "receivedTo", "2999-01-01"))) {
            people.clerk()
                    .queryParam("platformId", platform)
                    .queryParams(query)
                    .get("/api/v1/registrations")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        for (var query : List.of(
                Map.of("areaCode", "445102008"), Map.of("status", "WITHDRAWN"), Map.of("receivedTo", "2020-01-01"))) {
            people.clerk()
                    .queryParam("platformId", platform)
                    .queryParams(query)
                    .get("/api/v1/registrations")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
    }
}
