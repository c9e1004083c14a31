package io.redress.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.response.Response;

/**
 * Prints the last response of a test that failed. REST Assured's own logging writes down every request and response
 * before it knows that a test fails, which took a tenth of the time of all tests.
 */
public class LastResponse implements QuarkusTestAfterEachCallback {

    private static final int LONGEST_BODY = 4000;

    private static volatile String request;
    private static volatile Response response;

    static void note(String ofRequest, Response received) {
        request = ofRequest;
        response = received;
    }

    static void forget() {
        response = null;
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        var last = response;
        if (last != null && context.getTestStatus().isTestFailed()) {
            var body = last.asString();
            System.out.println("The last response before this test failed: %s answered %s%n%s%n%s"
                    .formatted(
                            request,
                            last.statusLine(),
                            last.headers(),
                            body.substring(0, Math.min(body.length(), LONGEST_BODY))));
        }
    }
}
