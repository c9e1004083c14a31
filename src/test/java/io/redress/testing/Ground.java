package io.redress.testing;

import static io.redress.testing.Secret.masked;
import static io.redress.testing.Secret.ofBureau;
import static io.redress.testing.Secret.ofPerson;

import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The records in which {@link Planter}s plant secrets, by the words of their paths, and the planted secrets. */
public final class Ground {

    public static final String API = "/api/v1/";

    /** In each text that is planted. */
    public static final String MARK = "密植";

    private static final AtomicInteger SERIAL = new AtomicInteger(7310);

    private final List<Secret> secrets = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private final People people;

    public Ground(People people) {
        this.people = people;
    }

    public People people() {
        return people;
    }

    public String id(String word) {
        return ids.get(word);
    }

    public void put(String word, String id) {
        ids.put(word, id);
    }

    public Map<String, String> ids() {
        return Map.copyOf(ids);
    }

    public List<Secret> secrets() {
        return List.copyOf(secrets);
    }

    public static String create(RequestSpecification as, String path, Map<String, ?> body) {
        return as.body(body).post(API + path).then().statusCode(201).extract().path("id");
    }

    /** Posts a change of the record behind this word. */
    public void post(RequestSpecification as, String word, String verb, Map<String, ?> body) {
        var path = API + word + "/" + id(word);
        as.header("If-Match", people.chief().get(path).header("ETag"))
                .body(body)
                .post(path + "/" + verb)
                .then()
                .statusCode(200);
    }

    /** A secret about the person, for those in the bureau who are responsible for the area. */
    public String person(String what) {
        return plant(ofPerson(what, marked(what)));
    }

    /** A secret that everybody in the bureau may read. */
    public String bureau(String what) {
        return plant(ofBureau(what, marked(what)));
    }

    /** A secret that is masked everywhere. */
    public String number(String what, String value) {
        return plant(masked(what, value));
    }

    public String plant(Secret secret) {
        secrets.add(secret);
        return secret.value();
    }

    /** A text that occurs nowhere else. */
    public static String marked(String what) {
        return what + MARK + SERIAL.incrementAndGet() + "号";
    }
}
