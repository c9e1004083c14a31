package io.redress.bulletin.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.common.office.StablePackage;
import io.redress.common.text.Digests;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Refusals.Refusal;
import io.redress.testing.TestDatabase;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BulletinTemplateTest {

    private static final String TEMPLATE = "/api/v1/bulletin-template";
    private static final byte[] EDITED =
            EditedTemplate.ofBuiltIn().with("内部资料　注意保存", "本局内部资料").bytes();

    /** What the service stores: checked parts, packed again. */
    private static final byte[] KEPT = packedAnew(EDITED);

    private static byte[] packedAnew(byte[] document) {
        try {
            return StablePackage.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Inject
    People people;

    @Inject
    Refusals refusals;

    @Inject
    BulletinTemplates templates;

    private String version() {
        return people.chief().get(TEMPLATE).then().statusCode(200).extract().header("ETag");
    }

    private static RequestSpecification file(RequestSpecification somebody, byte[] content) {
        return somebody.config(RestAssured.config()
                        .httpClient(HttpClientConfig.httpClientConfig()
                                .httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
                        .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset("UTF-8")))
                .contentType("multipart/form-data")
                .multiPart(new MultiPartSpecBuilder(content)
                        .controlName("file")
                        .fileName("周报模板.docx")
                        .mimeType("application/octet-stream")
                        .build());
    }

    private ValidatableResponse put(byte[] content) {
        return withNote(content).put(TEMPLATE).then();
    }

    private RequestSpecification withNote(byte[] content) {
        return file(people.chief(), content)
                .header("If-Match", version())
                .multiPart(new MultiPartSpecBuilder("改用本局报头")
                        .controlName("note")
                        .mimeType("text/plain")
                        .charset("UTF-8")
                        .build());
    }

    /** With the current version in If-Match. */
    private Refusal refusePut(Supplier<RequestSpecification> request) {
        return refusals.of(() -> request.get().header("If-Match", version()), sent -> sent.put(TEMPLATE));
    }

    private ValidatableResponse restore() {
        return people.chief()
                .header("If-Match", version())
                .post(TEMPLATE + "/restore")
                .then()
                .statusCode(200);
    }

    @Test
    void a_template_is_downloaded_edited_uploaded_and_used_for_printing() {
        restore();
        var builtIn = people.clerk()
                .get(TEMPLATE + "/file")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".docx"))
                .extract()
                .asByteArray();
        assertThat(builtIn).isEqualTo(BulletinDocument.builtInTemplate());
        put(EDITED)
                .statusCode(200)
                .body("builtIn", equalTo(false))
                .body("sha256", equalTo(Digests.sha256(KEPT)))
                .body("note", equalTo("改用本局报头"))
                .body("changedBy", equalTo("test.section-chief"));
        people.director()
                .get(TEMPLATE)
                .then()
                .statusCode(200)
                .body("builtIn", equalTo(false))
                .body("size", equalTo(KEPT.length));
        assertThat(people.director().get(TEMPLATE + "/file").asByteArray()).isEqualTo(KEPT);
        assertThat(templates.inForce()).isEqualTo(KEPT);
    }

    @Test
    void the_built_in_template_can_be_restored_and_earlier_ones_are_kept() {
        put(EDITED).statusCode(200);
        restore()
                .body("builtIn", equalTo(true))
                .body("sha256", equalTo(Digests.sha256(BulletinDocument.builtInTemplate())))
                .body("note", nullValue())
                .body("changedBy", equalTo("test.section-chief"));
        assertThat(templates.inForce()).isEqualTo(BulletinDocument.builtInTemplate());
        assertThat(refusals.query("select digest from bulletin_template where digest is not null"))
                .contains(Digests.sha256(KEPT));
    }

    @Test
    void each_broken_tag_is_reported_in_both_languages_and_nothing_changes() {
        var template = EditedTemplate.ofBuiltIn()
                .with("{{seriesTitle}}", "{{seriesTitel}}")
                .with("{{heading}}", "{{heading}}{{title}}")
                .with("{{/tables}}", "")
                .withField("INCLUDETEXT \"C:\\a.docx\"")
                .bytes();
        // Create both before the rows are counted: the request may sign in first, which adds a row.
        var inChinese = withNote(template);
        var inEnglish =
                file(people.chief(), template).header("If-Match", version()).header("Accept-Language", "en");
        var before = refusals.rows();
        inChinese
                .put(TEMPLATE)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", everyItem(equalTo("/file")))
                .body(
                        "errors.message",
                        contains(
                                "模板含有域 INCLUDETEXT。只可用页码一类说明文档自身的域；会读取文件、运行程序或随日期变化的不可用。",
                                "没有 {{seriesTitel}} 这个标签（在“{{seriesTitel}}”处）。请对照模板说明改正拼写。",
                                "标签 {{title}} 不能放在 {{?sections}} 与其结束标签之间（在“{{heading}}{{title}}”处）。",
                                "{{?tables}} 没有结束标签；结束标签须与它在同一单元格、文本框或页眉页脚内（在“{{?tables}}”处）。",
                                "缺少标签 {{seriesTitle}}，周报将印不出这一内容。"));
        inEnglish
                .put(TEMPLATE)
                .then()
                .statusCode(422)
                .body(
                        "errors.message",
                        contains(
                                containsString("The template has a field INCLUDETEXT."),
                                equalTo("There is no tag {{seriesTitel}} (at \"{{seriesTitel}}\")."
                                        + " Compare its spelling with the list of tags."),
                                containsString(
                                        "{{title}} may not stand between {{?sections}} and the end of that block"),
                                containsString("{{?tables}} is not closed"),
                                containsString("{{seriesTitle}} is missing")));
        assertThat(refusals.rows()).isEqualTo(before);
    }

    @Test
    void a_missing_file_a_file_that_is_no_document_and_a_file_with_macros_are_refused() {
        refusePut(() -> people.chief().contentType("multipart/form-data").multiPart("note", "x"))
                .is(422, "invalid-request")
                .at("/file");
        refusePut(() -> file(people.chief(), "周报".getBytes())).is(415, "file-type-refused");
        var withMacros =
                EditedTemplate.ofBuiltIn().put("word/vbaProject.bin", "x").bytes();
        refusePut(() -> file(people.chief(), withMacros)).is(415, "file-type-refused");
        refusePut(() -> file(people.chief(), EDITED).multiPart("note", "长".repeat(201)))
                .is(422, "invalid-request")
                .at("/note");
    }

    @Test
    void only_the_section_chief_can_change_the_template_and_an_area_officer_cannot_read_it() {
        for (var role : new Role[] {Role.CLERK, Role.DIRECTOR}) {
            refusePut(() -> file(people.as(role, null), EDITED)).is(403, "forbidden");
            refusals.of(
                            () -> people.as(role, null).header("If-Match", version()),
                            request -> request.post(TEMPLATE + "/restore"))
                    .is(403, "forbidden");
        }
        refusals.of(() -> people.as(Role.AUDITOR, null), request -> request.get(TEMPLATE + "/file"))
                .is(403, "forbidden");
        people.nobody().get(TEMPLATE).then().statusCode(401);
    }

    @Test
    void a_missing_or_stale_version_is_refused() {
        put(EDITED).statusCode(200);
        var seen = version();
        restore();
        refusals.of(() -> file(people.chief(), EDITED).header("If-Match", seen), request -> request.put(TEMPLATE))
                .is(412, "stale");
        refusals.of(() -> file(people.chief(), EDITED), request -> request.put(TEMPLATE))
                .is(428, "if-match-required");
        refusals.of(() -> people.chief().header("If-Match", seen), request -> request.post(TEMPLATE + "/restore"))
                .is(412, "stale");
        refusals.of(() -> people.chief(), request -> request.post(TEMPLATE + "/restore"))
                .is(428, "if-match-required");
    }

    @Test
    void of_two_concurrent_changes_one_is_refused_as_stale() throws InterruptedException, ExecutionException {
        var seen = version();
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> change = () -> people.chief()
                    .header("If-Match", seen)
                    .post(TEMPLATE + "/restore")
                    .statusCode();
            var first = pool.submit(change);
            var second = pool.submit(change);
            assertThat(Stream.of(first.get(), second.get()).sorted()).containsExactly(200, 412);
        } finally {
            pool.shutdownNow();
        }
    }
}
