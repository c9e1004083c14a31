package io.redress.registration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.privacy.BlindIndex;
import io.redress.registration.investor.Investor;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number of a travel permit is for life, except the part that counts renewals: its holder stays one person. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RenewedPermitTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Owner owner;

    private JsonPath registered(String type, String number) {
        var request = Register.request(register.platform(), number);
        Register.investorOf(request).put("documentType", type);
        return register.register(request);
    }

    private List<String> found(String number) {
        return people.clerk()
                .body(Map.of("documentNumber", number))
                .post("/api/v1/investors/lookup")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @ParameterizedTest
    @CsvSource({
        "HK_MACAO_PERMIT, H9949568700, H9949568701, H99495687",
        "HK_MACAO_PERMIT, M1020304000, M10203040, M1020304012",
        "TAIWAN_PERMIT, 0123456701, 01234567, 0123456702(B)",
        "TAIWAN_PERMIT, 0765432109(T), 07654321, 0765432110B"
    })
    void a_person_with_a_renewed_permit_is_found_by_each_number(
            String type, String first, String second, String third) {
        var id = registered(type, first).getString("investor.id");
        for (var number : List.of(second, third)) {
            var view = registered(type, number);
            assertThat(view.getString("investor.id")).as(number).isEqualTo(id);
            assertThat(view.getList("warnings.code")).contains("DOCUMENT_RENEWED");
        }
        for (var number : List.of(first, second, third)) {
            assertThat(found(number)).as(number).containsExactly(id);
        }
    }

    @Test
    void a_second_registration_with_the_renewed_permit_is_refused() {
        var platform = register.platform();
        var request = Register.request(platform, "H8888777700");
        Register.investorOf(request).put("documentType", "HK_MACAO_PERMIT");
        var number = register.register(request).getString("number");
        Register.investorOf(request).put("documentNumber", "H8888777701");
        people.clerk()
                .body(request)
                .post("/api/v1/registrations")
                .then()
                .statusCode(409)
                .body("number", equalTo(number));
    }

    @Test
    void other_documents_are_equal_only_by_their_whole_number() {
        var one = registered("FOREIGN_PASSPORT", "H7777666600").getString("investor.id");
        var other = registered("FOREIGN_PASSPORT", "H7777666601").getString("investor.id");
        var permit = registered("HK_MACAO_PERMIT", "H77776666").getString("investor.id");
        assertThat(List.of(one, other, permit)).doesNotHaveDuplicates();
        assertThat(found("H7777666600")).containsExactlyInAnyOrder(one, permit);
    }

    @Test
    void after_the_migration_a_person_is_found_by_the_lifelong_number_and_duplicates_by_their_own() throws Exception {
        var one = registered("HK_MACAO_PERMIT", "H6666555500").getString("investor.id");
        var twice = registered("HK_MACAO_PERMIT", "H6666444400").getString("investor.id");
        var again = registered("HK_MACAO_PERMIT", "H6666333300").getString("investor.id");
        keepAsBefore(one, "H6666555500");
        keepAsBefore(twice, "H6666444400");
        keepAsBefore(again, "H6666444401");
        owner.migrate(new V025__a_renewed_permit_is_the_same_persons());
        assertThat(found("H66665555")).containsExactly(one);
        assertThat(found("H6666444400")).contains(twice);
        assertThat(found("H6666444401")).contains(again);
    }

    /** Stores the person under the index of the whole number, as before the migration. */
    private void keepAsBefore(String id, String number) throws SQLException {
        try (var connection = owner.connect();
                var update = connection.prepareStatement(
                        "update investor set document_index = ?, document_number = ? where id = ?::uuid")) {
            update.setBytes(1, BlindIndex.DOCUMENT_NUMBER.of(number));
            update.setBytes(
                    2, Investor.cell(UUID.fromString(id), "document_number").seal(number));
            update.setString(3, id);
            assertThat(update.executeUpdate()).as(number).isEqualTo(1);
        }
    }
}
