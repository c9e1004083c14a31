package io.redress.seed;

import java.io.IOException;
import java.net.http.HttpResponse;

/** The service refused a step of the demonstration; a retry would be refused, too. */
final class DemoRefused extends IOException {

    private static final long serialVersionUID = 1L;

    DemoRefused(String what, HttpResponse<String> answer) {
        super(what + ": " + answer.statusCode() + " " + answer.body());
    }
}
