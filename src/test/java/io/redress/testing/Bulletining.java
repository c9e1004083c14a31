package io.redress.testing;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Takes bulletins through their steps: a clerk submits, a chief reviews, a director signs. */
@Singleton
public class Bulletining {

    public static final String BULLETINS = "/api/v1/bulletins";

    private final People people;
    private final Register register;
    private final Weeks weeks;

    Bulletining(People people, Register register, Weeks weeks) {
        this.people = people;
        this.register = register;
        this.weeks = weeks;
    }

    /** @param platform null for the digest */
    public ValidatableResponse drafting(String platform, LocalDate week) {
        var body = new HashMap<String, Object>();
        body.put("platformId", platform);
        body.put("weekEndsOn", week.toString());
        return people.clerk().body(body).post(BULLETINS).then();
    }

    public String draft(String platform, LocalDate week) {
        return drafting(platform, week).statusCode(201).extract().path("id");
    }

    /** For a new closed week with a registration against the platform. */
    public String draftOfNewWeek(String platform) {
        var week = weeks.next();
        register.register(platform);
        weeks.close(week);
        return draft(platform, week);
    }

    /** A step with the current version in If-Match. */
    public ValidatableResponse step(RequestSpecification by, String id, String verb) {
        return step(by, id, verb, Map.of());
    }

    public ValidatableResponse step(RequestSpecification by, String id, String verb, Map<String, ?> body) {
        var version = people.clerk().get(BULLETINS + "/" + id).header("ETag");
        return by.header("If-Match", version)
                .body(body)
                .post(BULLETINS + "/" + id + "/" + verb)
                .then();
    }

    public void submit(String id) {
        step(people.clerk(), id, "submit").statusCode(200);
    }

    public void review(String id) {
        submit(id);
        step(people.chief(), id, "review").statusCode(200);
    }

    /** Reviews and signs; returns the number. */
    public int issue(String id) {
        review(id);
        return sign(id);
    }

    public int sign(String id) {
        return step(people.director(), id, "issue").statusCode(200).extract().path("number");
    }
}
