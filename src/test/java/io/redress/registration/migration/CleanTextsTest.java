package io.redress.registration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.testing.Approvals;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Texts with invisible characters, and with characters that only look like common ones. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CleanTextsTest {

    private static final String TYPED = "\u202E甲\u2F42\r\n乙\u0007\uE863\u200B";
    private static final String KEPT = "甲文 乙 \u4DAE";

    @Inject
    People people;

    @Inject
    Approvals approvals;

    @Inject
    Register register;

    @Test
    void names_of_platforms_branches_accounts_and_tokens_are_cleaned() {
        var unique = UUID.randomUUID().toString();
        var request = Register.platformRequest(TYPED + unique);
        request.put("aliases", List.of(TYPED));
        var platform = people.chief()
                .body(request)
                .post("/api/v1/platforms")
                .then()
                .statusCode(201)
                .body("name", equalTo(KEPT + unique))
                .body("aliases", contains(KEPT))
                .extract()
                .header("Location");
        people.chief()
                .body(Map.of("name", TYPED, "closed", false))
                .post(platform + "/branches")
                .then()
                .statusCode(201)
                .body("name", equalTo(KEPT));
        people.as(Role.ADMIN, null)
                .body(Map.of(
                        "username",
                        "u." + unique,
                        "name",
                        TYPED,
                        "password",
                        "a long enough password",
                        "roles",
                        List.of("CLERK")))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .body("name", equalTo(KEPT));
    }

    @Test
    void the_texts_of_a_registration_are_cleaned_and_a_remark_keeps_its_line_breaks() {
        var request = Register.request(register.platform());
        var investor = Register.investorOf(request);
        investor.put("name", "\u2FBC\u2F42强\u202E");
        investor.put("address", Map.of("areaCode", Register.KAIYUAN, "text", "开\u2F29路12号\u0007"));
        request.put("remark", "第一行\r\n第二行\u202E");
        var view = register.register(request);
        assertThat(view.getString("investor.name")).isEqualTo("高文强");
        assertThat(view.getString("remark")).isEqualTo("第一行\n第二行");
        String id = view.getString("investor.id");
        for (var typed : List.of("高文强", "\u2FBC\u2F42", "gwq", "高\u200B文")) {
            people.clerk()
                    .body(Map.of("name", typed))
                    .post("/api/v1/investors/lookup")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
        }
    }

    @Test
    void a_password_is_not_cleaned() {
        var username = "u." + UUID.randomUUID();
        var password = " a password\u202E with \u2F42 blanks ";
        approvals.begin();
        String id = people.as(Role.ADMIN, null)
                .body(Map.of("username", username, "name", "陈", "password", password, "roles", List.of("CLERK")))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approvals.approve(id);
        var body = new HashMap<>(Map.of("username", username, "password", password));
        people.nobody().body(body).post("/api/v1/session").then().statusCode(200);
        body.put("password", "a password with 文 blanks");
        people.nobody().body(body).post("/api/v1/session").then().statusCode(401);
    }
}
