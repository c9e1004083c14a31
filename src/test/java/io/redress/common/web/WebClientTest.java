package io.redress.common.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every screen's address returns the page of the web client, with its own policy and no inline script. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WebClientTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final Pattern NONCE = Pattern.compile("style-src 'self' 'nonce-([A-Za-z0-9_-]{22})'");
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    private static Response show(String address) {
        return given().accept(BROWSER).get(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/register", "/registrations/0198c0de-0000-4000-8000-000000000000", "/nowhere/at/all"})
    void every_screen_address_gives_the_page_without_caching(String address) {
        show(address)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("X-Frame-Options", "DENY")
                .body(containsString("id=\"root\""), not(containsString("__NONCE__")));
    }

    @Test
    void styles_need_a_new_nonce_in_each_response_and_the_page_has_no_inline_script() {
        var first = show("/");
        var policy = first.header("Content-Security-Policy");
        var nonce = NONCE.matcher(policy);
        assertThat(nonce.find()).isTrue();
        assertThat(first.asString())
                .contains("nonce=\"" + nonce.group(1) + "\"")
                .doesNotContain("<script>");
        assertThat(policy)
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(show("/").header("Content-Security-Policy")).isNotEqualTo(policy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redress_session", "__Host-redress_session"})
    void the_page_says_whether_the_browser_sent_a_session(String name) {
        show("/").then().body(containsString("name=\"session\" content=\"none\""));
        given().accept(BROWSER)
                .cookie(name, "of-no-account")
                .get("/")
                .then()
                .body(containsString("name=\"session\" content=\"possible\""), not(containsString("of-no-account")));
    }

    @Test
    void the_files_of_the_page_exist_on_this_host() {
        var page = show("/").asString();
        var files = FILE.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        for (var file : files) {
            given().get(file).then().statusCode(200).header("Content-Security-Policy", startsWith("default-src"));
        }
        assertThat(page).doesNotContain("http://", "https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/q/nothing", "/assets/gone.js", "/nothing.txt"})
    void an_address_that_is_no_screen_does_not_give_the_page(String address) {
        show(address).then().statusCode(not(200));
    }

    @Test
    void a_program_gets_404_for_an_unknown_address() {
        given().accept("application/json").get("/nowhere").then().statusCode(404);
    }
}
