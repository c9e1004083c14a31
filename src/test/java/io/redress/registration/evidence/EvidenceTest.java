package io.redress.registration.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EvidenceTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    AgroalDataSource database;

    @Inject
    Owner owner;

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, ThreadLocalRandom.current().nextInt());
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static byte[] pdf(String catalog) {
        return ("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R" + catalog + ">>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
                        + "trailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private String registered() {
        return "/api/v1/registrations/" + register.register(register.platform()).getString("id");
    }

    private static ValidatableResponse attach(
            RequestSpecification somebody, String registration, String kind, String name, byte[] content) {
        // Browsers send the name of a file in UTF-8.
        return somebody.config(RestAssured.config()
                        .httpClient(HttpClientConfig.httpClientConfig()
                                .httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
                        .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset("UTF-8")))
                .contentType("multipart/form-data")
                .multiPart("kind", kind)
                .multiPart(new MultiPartSpecBuilder(content)
                        .controlName("file")
                        .fileName(name)
                        .mimeType("application/pdf")
                        .build())
                .post(registration + "/evidence")
                .then();
    }

    private long storedFiles() throws SQLException {
        try (var connection = database.getConnection();
                var count = connection
                        .prepareStatement("select count(*) from encrypted_file")
                        .executeQuery()) {
            count.next();
            return count.getLong(1);
        }
    }

    @Test
    void a_picture_is_attached_under_a_safe_name_with_the_type_of_its_content() throws IOException {
        var registration = registered();
        var picture = picture();
        var location = attach(people.clerk(), registration, "TRANSFER_RECEIPT", "../../转账凭证.pdf", picture)
                .statusCode(201)
                .body("fileName", equalTo("转账凭证.png"))
                .body("mediaType", equalTo("image/png"))
                .extract()
                .header("Location");
        people.clerk()
                .get(registration + "/evidence")
                .then()
                .statusCode(200)
                .body("items.kind", contains("TRANSFER_RECEIPT"));
        var download = people.clerk()
                .get(location)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asByteArray();
        assertThat(download).isEqualTo(picture);
    }

    @Test
    void a_file_sent_twice_with_the_same_key_is_attached_once() throws IOException {
        var registration = registered();
        var picture = picture();
        var first = attach(keyed(registration), registration, "TRANSFER_RECEIPT", "凭证.png", picture)
                .statusCode(201)
                .extract()
                .header("Location");
        attach(keyed(registration), registration, "TRANSFER_RECEIPT", "凭证.png", picture)
                .statusCode(201)
                .header("Location", equalTo(first));
        attach(keyed(registration), registration, "TRANSFER_RECEIPT", "凭证.png", picture())
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        people.clerk().get(registration + "/evidence").then().body("items", hasSize(1));
    }

    private RequestSpecification keyed(String registration) {
        return people.clerk().header("Idempotency-Key", registration);
    }

    @Test
    void attached_evidence_counts_as_shown_and_completes_the_evidence() throws IOException {
        var registration = registered();
        people.clerk().get(registration).then().body("evidenceComplete", equalTo(false));
        attach(people.clerk(), registration, "BANK_STATEMENT", "流水.png", picture())
                .statusCode(201);
        people.clerk()
                .get(registration)
                .then()
                .body("evidenceComplete", equalTo(true))
                .body("evidenceShown", hasSize(3));
    }

    @Test
    void the_same_content_is_stored_once() throws IOException, SQLException {
        var registration = registered();
        var picture = picture();
        attach(people.clerk(), registration, "CONTRACT", "一.png", picture).statusCode(201);
        var before = storedFiles();
        attach(people.clerk(), registration, "RECEIPT", "二.png", picture).statusCode(201);
        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void an_executable_named_pdf_is_refused_and_nothing_is_kept() throws SQLException {
        var registration = registered();
        var before = storedFiles();
        var elf = new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0x3e, 0, 1, 0, 0, 0};
        attach(people.clerk(), registration, "CONTRACT", "合同.pdf", elf)
                .statusCode(415)
                .body("type", equalTo("/problems/file-type-refused"));
        attach(
                        people.clerk().header("Accept-Language", "en"),
                        registration,
                        "CONTRACT",
                        "x.pdf",
                        "MZ program".getBytes())
                .statusCode(415);
        assertThat(storedFiles()).isEqualTo(before);
        people.clerk().get(registration + "/evidence").then().body("items", hasSize(0));
    }

    @Test
    void a_file_of_more_than_twenty_megabytes_is_too_large() throws SQLException {
        var registration = registered();
        var before = storedFiles();
        attach(people.clerk(), registration, "CONTRACT", "大.pdf", new byte[21 * 1024 * 1024])
                .statusCode(413)
                .body("type", equalTo("/problems/file-too-large"));
        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void a_missing_kind_and_a_missing_file_are_reported_separately() throws IOException {
        var registration = registered();
        people.clerk()
                .contentType("multipart/form-data")
                .multiPart("file", "x.png", picture())
                .post(registration + "/evidence")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/kind"));
        people.clerk()
                .contentType("multipart/form-data")
                .multiPart("kind", "CONTRACT")
                .post(registration + "/evidence")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/file"));
    }

    @Test
    void a_file_with_active_content_is_accepted_and_the_user_is_warned() {
        var registration = registered();
        var pdf = pdf("/OpenAction<</S/JavaScript/JS(app.alert(" + registration.hashCode() + "))>>");
        attach(people.clerk(), registration, "CONTRACT", "合同.pdf", pdf)
                .statusCode(201)
                .body("warnings.code", contains("SCRIPT"))
                .body("warnings[0].message", containsString("含脚本"));
        people.clerk()
                .header("Accept-Language", "en")
                .get(registration + "/evidence")
                .then()
                .statusCode(200)
                .body("items[0].warnings.code", contains("SCRIPT"))
                .body("items[0].warnings[0].message", containsString("has a script"));
    }

    @Test
    void an_ordinary_file_has_no_warnings_and_an_old_file_is_marked_as_not_examined() throws IOException {
        var registration = registered();
        attach(people.clerk(), registration, "CONTRACT", "x.png", picture())
                .statusCode(201)
                .body("warnings", hasSize(0));
        var pdf = pdf("/Lang(" + registration.hashCode() + ")");
        var id = attach(people.clerk(), registration, "CONTRACT", "x.pdf", pdf)
                .statusCode(201)
                .body("warnings", hasSize(0))
                .extract()
                .<String>path("id");
        owner.execute("update evidence set warnings = null where registration_id = '"
                + registration.substring(registration.lastIndexOf('/') + 1) + "'");
        people.clerk()
                .get(registration + "/evidence")
                .then()
                .body("items[0].warnings", hasSize(0))
                .body("items.find { it.id == '" + id + "' }.warnings.code", contains("NOT_EXAMINED"));
    }

    @Test
    void a_user_of_another_area_can_neither_attach_nor_download() throws IOException {
        var registration = registered();
        var location = attach(people.clerk(), registration, "CONTRACT", "x.png", picture())
                .statusCode(201)
                .extract()
                .header("Location");
        var elsewhere = Register.CHENGXI;
        people.officerOf(elsewhere).get(location).then().statusCode(404);
        attach(people.officerOf(elsewhere), registration, "CONTRACT", "x.png", picture())
                .statusCode(404);
        people.director().get(location).then().statusCode(403);
    }

    @Test
    void the_slip_has_number_amount_in_words_and_notices() {
        var registration = registered();
        people.clerk()
                .get(registration + "/slip")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("肆万捌仟捌佰元整"))
                .body(containsString("48,800.00"))
                .body(containsString("登记不代替向公安机关报案"))
                .body(containsString("<svg"));
        people.officerOf(Register.CHENGXI).get(registration + "/slip").then().statusCode(404);
    }
}
