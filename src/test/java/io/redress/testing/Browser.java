package io.redress.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** A browser with its cookies, optionally with an address in X-Forwarded-For. */
public final class Browser {

    private final String address;
    private String userAgent;
    private final Map<String, String> cookies = new HashMap<>();

    private Browser(String address) {
        this.address = address;
    }

    public static Browser here() {
        return new Browser(null);
    }

    /** Needs a service that trusts {@code X-Forwarded-For}. */
    public static Browser at(String address) {
        return new Browser(address);
    }

    /** Says in User-Agent what it is. */
    public Browser calledItself(String name) {
        userAgent = name;
        return this;
    }

    public RequestSpecification request() {
        var request = given().contentType(ContentType.JSON).cookies(cookies);
        if (userAgent != null) {
            request.header("User-Agent", userAgent);
        }
        return address == null ? request : request.header("X-Forwarded-For", address);
    }

    public ValidatableResponse tries(String username, String password) {
        return kept(request()
                        .body(Map.of("username", username, "password", password))
                        .post("/api/v1/session"))
                .then();
    }

    public Browser signsIn(String username, String password) {
        tries(username, password).statusCode(200);
        return this;
    }

    public ValidatableResponse get(String path) {
        return request().get("/api/v1" + path).then();
    }

    public ValidatableResponse put(String path, Object body) {
        return request().body(body).put("/api/v1" + path).then();
    }

    public ValidatableResponse post(String path, Object body) {
        return request().body(body).post("/api/v1" + path).then();
    }

    public ValidatableResponse delete(String path) {
        return kept(request().delete("/api/v1" + path)).then();
    }

    /** Clears the cookies. */
    public void forgets() {
        cookies.clear();
    }

    private Response kept(Response response) {
        response.cookies().forEach((name, value) -> {
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        });
        return response;
    }
}
