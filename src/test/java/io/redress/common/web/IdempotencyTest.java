package io.redress.common.web;

import static io.redress.testing.Register.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.AtOnce;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class IdempotencyTest {

    private static final String REGISTRATIONS = "/api/v1/registrations";

    private final String key = UUID.randomUUID().toString();

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Refusals refusals;

    private RequestSpecification clerkWith(String sentKey, Map<String, Object> body) {
        return people.clerk().header("Idempotency-Key", sentKey).body(body);
    }

    private Response send(Map<String, Object> body) {
        return clerkWith(key, body).post(REGISTRATIONS);
    }

    private long registrations() {
        return refusals.rows().get("registration");
    }

    @Test
    void a_repeated_key_gives_the_same_response() {
        var body = request(register.platform());
        var before = registrations();
        var first = send(body);
        var second = send(body);
        assertThat(first.statusCode()).isEqualTo(201);
        isSame(second, first);
        assertThat(registrations()).isEqualTo(before + 1);
    }

    private static void isSame(Response answer, Response first) {
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.asString()).isEqualTo(first.asString());
        assertThat(answer.header("Location")).isEqualTo(first.header("Location"));
        assertThat(answer.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void a_key_sent_eight_times_at_once_creates_one_record() {
        var body = request(register.platform());
        people.clerk();
        var before = registrations();
        var answers = AtOnce.all(Collections.<Callable<Response>>nCopies(8, () -> send(body)));
        assertThat(answers).allSatisfy(answer -> isSame(answer, answers.get(0)));
        assertThat(registrations()).isEqualTo(before + 1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        assertThat(send(request(register.platform())).statusCode()).isEqualTo(201);
        var another = request(register.platform());
        refusals.post(REGISTRATIONS, () -> clerkWith(key, another))
                .is(422, "idempotency-key-reused")
                .saying("sent before with other content");
    }

    @Test
    void of_two_concurrent_bodies_with_the_same_key_one_is_created() {
        var one = request(register.platform());
        var other = request(register.platform());
        people.clerk();
        var before = registrations();
        var answers = AtOnce.all(List.<Callable<Response>>of(() -> send(one), () -> send(other)));
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 422);
        assertThat(registrations()).isEqualTo(before + 1);
    }

    @Test
    void a_key_belongs_to_its_account() {
        var clerks = send(request(register.platform()));
        var chiefs = people.chief()
                .header("Idempotency-Key", key)
                .body(request(register.platform()))
                .post(REGISTRATIONS);
        assertThat(List.of(clerks.statusCode(), chiefs.statusCode())).containsExactly(201, 201);
        assertThat(chiefs.<String>path("id")).isNotEqualTo(clerks.path("id"));
    }

    @Test
    void a_key_can_be_used_again_after_a_failure() {
        var bad = request(register.platform(), "445102198001010019");
        refusals.post(REGISTRATIONS, () -> clerkWith(key, bad)).is(422, "invalid-request");
        var body = request(register.platform());
        assertThat(send(body).statusCode()).isEqualTo(201);
        var second = UUID.randomUUID().toString();
        refusals.post(REGISTRATIONS, () -> clerkWith(second, body)).is(409, "already-registered");
        assertThat(clerkWith(second, request(register.platform()))
                        .post(REGISTRATIONS)
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901"
            })
    void a_blank_or_overlong_key_is_refused(String malformed) {
        var body = request(register.platform());
        refusals.post(REGISTRATIONS, () -> clerkWith(malformed, body))
                .is(400, "idempotency-key-malformed")
                .saying("1 to 100 characters");
    }
}
