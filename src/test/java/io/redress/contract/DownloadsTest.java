package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation that returns a file: no browser may run the file or show it as a page. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DownloadsTest {

    private static final String HARMLESS = "attachment; filename=\"[\\x20-\\x7e&&[^\"\\\\/%;]]+\""
            + "(; filename\\*=UTF-8''([A-Za-z0-9._~-]|%[0-9A-F]{2})+)?";

    private static final List<String> SHOWN = List.of("application/json", "text/html");

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Planting planting;

    private static List<Operation> downloads() {
        return Operation.all().stream()
                .filter(operation -> !operation.changes())
                .filter(operation -> operation.answerType() != null && !SHOWN.contains(operation.answerType()))
                .toList();
    }

    @Test
    void a_file_is_sent_as_an_attachment_with_its_documented_type() {
        var planted = planting.ended();
        assertThat(downloads()).hasSizeGreaterThan(7);
        for (var operation : downloads()) {
            var request = new PlausibleRequest(operation, planted);
            var response = request.fill(people.clerk(), null).get(request.address());
            assertThat(response.statusCode()).as(operation.name()).isEqualTo(200);
            assertThat(response.headers().getValues("Content-Disposition"))
                    .singleElement()
                    .asString()
                    .matches(HARMLESS);
            assertThat(response.contentType().replaceFirst(";.*", "")).isEqualTo(operation.answerType());
            assertThat(response.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        }
    }

    private Response attach(String registration, String name, String content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nCONTRACT\r\n--b\r\nContent-Disposition: form-data;"
                                + " name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/html\r\n\r\n"
                                + content
                                + "\r\n--b--\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return people.clerk()
                .contentType("multipart/form-data; boundary=b")
                .body(body.toByteArray())
                .post("/api/v1/registrations/" + registration + "/evidence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><script>alert(1)</script>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"
            })
    void files_that_a_browser_would_run_are_refused_as_evidence(String content) {
        var registration = register.register(register.platform()).getString("id");
        for (var name : List.of("材料.pdf", "材料.html", "材料.svg")) {
            var response = attach(registration, name, content);
            assertThat(response.statusCode()).isEqualTo(415);
            assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/file-type-refused");
        }
    }

    @Test
    void evidence_with_html_inside_is_sent_as_an_octet_stream() {
        var registration = register.register(register.platform()).getString("id");
        var polyglot = "%PDF-1.4\n<script>alert(1)</script>\n1 0 obj<</Type/Catalog>>endobj\n"
                + "trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
        var id = attach(registration, "材\u202E料\\..\\x.html", polyglot)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var response = people.clerk().get("/api/v1/registrations/" + registration + "/evidence/" + id);
        assertThat(response.contentType()).isEqualTo("application/octet-stream");
        assertThat(response.header("Content-Disposition")).matches(HARMLESS).endsWith("x.pdf\"");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
