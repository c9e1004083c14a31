package io.redress.seed;

import java.io.IOException;
import java.net.http.HttpResponse;

/** The service refused a step of the demonstration: sending it again would be refused again. */
final class DemoRefused extends IOException {

    private static final long serialVersionUID = 1L;

    DemoRefused(String what, HttpResponse<String> answer) {
        super(what + ": " + answer.statusCode() + " " + answer.body());
    }
}
