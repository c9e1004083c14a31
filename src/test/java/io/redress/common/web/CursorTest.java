package io.redress.common.web;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.testing.People;
import io.redress.testing.TestDatabase;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forged cursors that begin with the right prefix. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CursorTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000000";
    private static final List<String> NO_TEXTS = List.of("\0", "a\0b");
    private static final List<String> NO_IDS = List.of("", "7", "\0", ID + "\0", ID + " " + ID);
    private static final List<String> NO_DAYS = List.of("", "7", "2021-02-30", "+999999999-12-31", "-0044-03-15", "\0");
    private static final List<String> NO_DAYS_AND_IDS =
            List.of("", " ", "2021-03-07", ID, "2021-03-07 7", "+999999999-12-31 " + ID, "2021-03-07 " + ID + "\0");

    @Inject
    People people;

    @ParameterizedTest
    @CsvSource({
        "accounts,ADMIN,accounts,TEXT",
        "platforms,CLERK,platforms,TEXT",
        "reporting-weeks,CLERK,reporting-weeks,DAY",
        "attention-entries,CLERK,'attention-entries Filter[status=null, platformId=null, investorId=null, reviewTo=null]',"
                + "ID",
        "bulletins,CLERK,bulletins nullnullnullnull,DAY_AND_ID",
        "registrations,CLERK,'registrations Filter[platformId=null, area=null, status=null,"
                + " receivedFrom=null, receivedBefore=null, number=null]',ID"
    })
    void a_forged_cursor_is_refused(String path, Role role, String list, Position position) {
        read(path, role, Cursor.at(list, position.good)).statusCode(200);
        for (var forged : position.bad) {
            read(path, role, Cursor.at(list, forged)).statusCode(400).body("type", equalTo("/problems/foreign-cursor"));
        }
    }

    private ValidatableResponse read(String path, Role role, String cursor) {
        return people.as(role, null)
                .queryParam("cursor", cursor)
                .get("/api/v1/" + path)
                .then();
    }

    enum Position {
        TEXT("a", NO_TEXTS),
        ID(CursorTest.ID, NO_IDS),
        DAY("2021-03-07", NO_DAYS),
        DAY_AND_ID("2021-03-07 " + CursorTest.ID, NO_DAYS_AND_IDS);

        private final String good;
        private final List<String> bad;

        Position(String good, List<String> bad) {
            this.good = good;
            this.bad = bad;
        }
    }
}
