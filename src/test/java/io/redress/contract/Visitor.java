package io.redress.contract;

import io.redress.account.Role;
import io.redress.testing.People;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.function.Function;

/** Calls all operations as one role. It may end its own sessions or those of others; all users then sign in again. */
final class Visitor {

    private final People people;
    private final Role role;
    private final String areaCode;

    Visitor(People people, Role role, String areaCode) {
        this.people = people;
        this.role = role;
        this.areaCode = areaCode;
    }

    Role role() {
        return role;
    }

    Response sendEmpty(Operation operation) {
        return send(operation, operation::sendEmpty);
    }

    Response send(Operation operation, Function<RequestSpecification, Response> sending) {
        var response = sending.apply(people.as(role, areaCode));
        if (operation.changes() && response.statusCode() < 300) {
            people.forgetSessions();
        }
        return response;
    }
}
