package io.redress.bulletin.file;

import static io.redress.testing.Bulletining.BULLETINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.text.Digests;
import io.redress.testing.Bulletining;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.TestMail;
import io.redress.testing.Weeks;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class BulletinFilesTest {

    private static final List<String> SUFFIXES = List.of("json", "docx", "pdf", "xlsx", "csv", "gb18030.csv", "html");

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Weeks weeks;

    @Inject
    Bulletining bulletins;

    @Inject
    AgroalDataSource database;

    @Inject
    Owner owner;

    @Inject
    ObjectMapper json;

    private String platform;
    private String id;

    @BeforeEach
    void aDraftOfAClosedWeek() {
        platform = register.platform();
        id = bulletins.draftOfNewWeek(platform);
    }

    private byte[] file(String suffix) {
        return people.clerk()
                .get(BULLETINS + "/" + id + "." + suffix)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private Map<String, String> hashes() {
        var hashes = new HashMap<String, String>();
        SUFFIXES.forEach(suffix -> hashes.put(suffix, Digests.sha256(file(suffix))));
        return hashes;
    }

    @Test
    void the_files_of_an_issued_bulletin_always_have_the_same_bytes() throws SQLException {
        bulletins.issue(id);
        var hashes = hashes();
        assertThat(hashes.get("json"))
                .isEqualTo(people.clerk().get(BULLETINS + "/" + id).path("digest"));
        renamePlatform();
        register.register(platform);
        weeks.close(weeks.next());
        assertThat(hashes()).isEqualTo(hashes);
        verified().body("intact", equalTo(true)).body("files", hasSize(SUFFIXES.size()));
    }

    private void renamePlatform() throws SQLException {
        execute("update platform set name = name || '（改名）' where id = '" + platform + "'");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ValidatableResponse verified() {
        return people.chief().get(BULLETINS + "/" + id + "/verification").then().statusCode(200);
    }

    @Test
    void a_file_changed_in_the_database_is_detected() throws SQLException {
        bulletins.issue(id);
        var sha256 = Digests.sha256(file("pdf"));
        execute("update stored_file set content = set_byte(content, 100, get_byte(content, 100) # 1) where sha256 = '"
                + sha256 + "'");
        verified()
                .body("intact", equalTo(false))
                .body("files.find { it.format == 'PDF' }.intact", equalTo(false))
                .body("files.find { it.format == 'DOCX' }.intact", equalTo(true))
                .body("figuresAgree", equalTo(true));
    }

    @Test
    void figures_changed_in_the_database_are_detected() {
        bulletins.issue(id);
        owner.execute(
                "alter table closing_figure disable trigger closing_figure_is_final",
                "update closing_figure set added_count = added_count + 1, closing_count = closing_count + 1"
                        + " where measure = 'REGISTERED' and platform_id = '" + platform + "'",
                "alter table closing_figure enable trigger closing_figure_is_final");
        verified().body("intact", equalTo(false)).body("figuresAgree", equalTo(false));
    }

    @Test
    void the_json_file_is_valid_by_the_published_schema() throws IOException {
        bulletins.issue(id);
        var published = RestAssured.get("/schemas/bulletin-1.json");
        assertThat(published.statusCode()).isEqualTo(200);
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json.readTree(published.asByteArray()));
        assertThat(schema.validate(json.readTree(file("json")))).isEmpty();
        assertThat(schema.validate(json.readTree("{\"number\": 0}"))).isNotEmpty();
        people.clerk()
                .get(BULLETINS + "/" + id + ".json")
                .then()
                .header("Link", containsString("/schemas/bulletin-1.json"));
    }

    @Test
    void every_format_has_the_same_content() throws IOException {
        bulletins.issue(id);
        var title = people.clerk().get(BULLETINS + "/" + id).<String>path("title");
        assertThat(textOfWord(file("docx"))).contains(title, "48800.00", "第1期");
        try (var pdf = Loader.loadPDF(file("pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("48800.00", "第1期");
        }
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file("xlsx")))) {
            assertThat(workbook.getNumberOfSheets()).isGreaterThanOrEqualTo(5);
        }
        assertThat(new String(file("csv"), StandardCharsets.UTF_8))
                .startsWith("\uFEFF")
                .contains("48800.00");
        assertThat(new String(file("gb18030.csv"), Charset.forName("GB18030"))).contains("净损失", "48800.00");
        assertThat(new String(file("html"), StandardCharsets.UTF_8)).contains(title, "48800.00");
    }

    @Test
    void the_files_of_a_draft_are_marked_as_draft() throws IOException {
        people.clerk().get(BULLETINS + "/" + id + ".json").then().statusCode(409);
        assertThat(textOfWord(file("docx"))).contains("草稿");
        assertThat(new String(file("html"), StandardCharsets.UTF_8)).contains("草稿");
        try (var pdf = Loader.loadPDF(file("pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("草稿");
        }
        people.clerk().get(BULLETINS + "/" + id + "/verification").then().statusCode(409);
    }

    @Test
    void the_security_policy_of_a_page_allows_no_scripts_and_no_requests() {
        people.clerk()
                .get(BULLETINS + "/" + id + ".html")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'sha256-"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Cache-Control", equalTo("no-store"));
    }

    private static String textOfWord(byte[] docx) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }
}
