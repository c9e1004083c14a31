package io.redress.registration;

import static io.redress.testing.Register.request;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Refusals.Refusal;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not JSON, or too much JSON. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BadJsonTest {

    private static final String REGISTRATIONS = "/api/v1/registrations";
    private static final int MEGABYTE = 1 << 20;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Refusals refusals;

    private Refusal refuse(byte[] body) {
        return refusals.post(REGISTRATIONS, () -> people.clerk().body(body));
    }

    private Refusal refuse(String body) {
        return refuse(body.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                             | line 1, column 2
            {"channel":"WINDOW"           | line 1
            {"channel":NaN}               | line 1, column
            {"channel":WINDOW}            | line 1, column
            {"investor":{"name":tru}}     | line 1, column
            {"channel":"WINDOW"} x        | line 1, column
            {"channel":"WINDOW"} {}       | line 1, column
            {'channel':'WINDOW'}          | line 1, column
            {"channel":"WINDOW",}         | line 1, column
            {"\\ud800":1}                 | line 1, column
            [1, 2                         | object
            """)
    void invalid_json_is_refused_with_its_place(String body, String words) {
        if (words.equals("object")) {
            refuse(body).is(422, "invalid-request").at("").saying("JSON object");
        } else {
            refuse(body).is(400, "malformed-json").saying(words);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                           | ''             | Must be given
            null                                         | ''             | Must be given
            []                                           | ''             | JSON object
            "text"                                       | ''             | JSON object
            5                                            | ''             | JSON object
            {"channel":"WINDOW","channel":"PHONE"}       | /channel       | more than once
            {"investor":{"name":"陈","name":"林"}}        | /investor/name | more than once
            {"a/b~":1}                                   | /a~1b~0        | no such field
            """)
    void json_of_another_structure_is_refused(String body, String place, String words) {
        refuse(body).is(422, "invalid-request").at(place).saying(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"investor\":", "{\"investments\":[", "[[[[{\"a\":"})
    void a_megabyte_of_nesting_is_refused(String opening) {
        var body = opening.repeat(MEGABYTE / opening.length());
        var refusal = refuse(body);
        switch (opening) {
            case "[", "[[[[{\"a\":" -> refusal.is(422, "invalid-request").at("");
            default -> refusal.is(400, "json-too-deep").saying("nested too deeply");
        }
    }

    @Test
    void a_text_a_number_and_a_name_of_a_megabyte_are_refused() {
        refuse("{\"remark\":\"" + "长".repeat(MEGABYTE) + "\"}").is(413, "too-large");
        refuse("{\"channel\":\"" + "W".repeat(MEGABYTE - 100_000) + "\"}")
                .is(422, "invalid-request")
                .at("/channel");
        refuse("{\"platformId\":" + "1".repeat(MEGABYTE - 100_000) + "}").is(400, "json-too-deep");
        refuse("{\"" + "a".repeat(MEGABYTE - 100_000) + "\":1}").is(400, "json-too-deep");
    }

    @Test
    void a_remark_over_the_limit_is_refused() throws IOException {
        var body = request(register.platform());
        body.put("remark", "长".repeat(2001));
        refuse(new ObjectMapper().writeValueAsString(body))
                .is(422, "invalid-request")
                .at("/remark")
                .saying("0 to 2000 characters");
    }

    /** Raw bytes: a stray byte, half a character, NUL in two bytes, a surrogate in three bytes, invalid UTF-32. */
    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        refuse("{\"channel\":\"\u00ff\u00fe\"}".getBytes(ISO_8859_1)).is(400, "malformed-json");
        refuse("{\"channel\":\"\u00e9\u0099\"}".getBytes(ISO_8859_1)).is(400, "malformed-json");
        refuse("{\"remark\":\"\u00c0\u0080\"}".getBytes(ISO_8859_1))
                .is(422, "invalid-request")
                .at("/remark")
                .saying("NUL");
        refuse("{\"remark\":\"\u00ed\u00a1\u0082\"}".getBytes(ISO_8859_1)).is(400, "malformed-json");
        refuse("\u0000\u0000\u00fe\u00ff\u00ff\u00ff\u00ff\u00ff".getBytes(ISO_8859_1))
                .is(400, "malformed-request");
    }

    @Test
    void a_byte_order_mark_before_the_body_is_ignored() throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        body.write(new ObjectMapper().writeValueAsBytes(request(register.platform())));
        people.clerk().body(body.toByteArray()).post(REGISTRATIONS).then().statusCode(201);
    }
}
