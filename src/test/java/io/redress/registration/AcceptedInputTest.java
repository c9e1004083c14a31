package io.redress.registration;

import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.privacy.Masks;
import io.redress.registration.investor.Investor;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.redress.testing.Vectors;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual but valid input: stored in its normal form, or unchanged. All people in it are invented. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AcceptedInputTest {

    @Inject
    People people;

    @Inject
    Register register;

    static Stream<List<String>> spellings() {
        return Vectors.map("/residentIdentityNumber/normalise").entrySet().stream()
                .map(spelling -> List.of(spelling.getKey(), spelling.getValue()));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void a_resident_number_is_stored_in_one_form_and_found_by_any_notation(List<String> spelling) {
        isKeptAs("RESIDENT_ID", spelling.get(0), spelling.get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID,１１０１０５１９４９１２３１００２ｘ,11010519491231002X",
        "HMT_RESIDENCE_PERMIT,810000 19900101 0019,810000199001010019",
        "HMT_RESIDENCE_PERMIT,830000198505050021,830000198505050021",
        "HK_MACAO_PERMIT,h12345678,H12345678",
        "HK_MACAO_PERMIT,Ｍ１２３４５６７８　０１,M1234567801",
        "TAIWAN_PERMIT,12 345 678,12345678",
        "FOREIGN_PERMANENT_RESIDENT_CARD,911156198001010016,911156198001010016",
        "FOREIGN_PERMANENT_RESIDENT_CARD,usa110081010101,USA110081010101",
        "PASSPORT,e12345678,E12345678",
        "FOREIGN_PASSPORT,ａｂ１２３４５,AB12345",
        "OTHER,军字第 1234567 号,军字第1234567号"
    })
    void a_document_is_stored_in_one_form_and_found_by_any_notation(String type, String typed, String kept) {
        isKeptAs(type, typed, kept);
    }

    private void isKeptAs(String type, String typed, String kept) {
        var body = request(register.platform(), typed);
        investorOf(body).put("documentType", type);
        var view = register.register(body);
        String id = view.getString("investor.id");
        assertThat(view.getString("investor.documentNumber")).isEqualTo(Masks.documentNumber(kept));
        assertThat(numberOf(id)).isEqualTo(kept);
        for (var spelling : List.of(typed, kept, kept.toLowerCase(), " " + kept + "\u200b")) {
            people.clerk()
                    .body(Map.of("documentNumber", spelling))
                    .post("/api/v1/investors/lookup")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
        }
    }

    private static String numberOf(String id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Investor investor = Investor.findById(UUID.fromString(id));
            return investor.documentNumber();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷田㛃", "㛃𠮷", "阿卜杜拉·买买提", "O'Brien Séan", "𠮷𠮷𠮷"})
    void a_name_with_rare_characters_is_stored_unchanged(String name) {
        var body = request(register.platform());
        investorOf(body).put("name", name);
        investorOf(body).put("emergencyContact", Map.of("name", name));
        body.put("remark", name);
        body.put("salesperson", Map.of("name", name));
        var view = register.register(body);
        String id = view.getString("investor.id");
        assertThat(List.of(
                        view.getString("investor.name"),
                        view.getString("investor.emergencyName"),
                        view.getString("remark"),
                        view.getString("salespersonName")))
                .containsOnly(name);
        people.clerk()
                .body(Map.of("name", name))
                .post("/api/v1/investors/lookup")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @Test
    void a_name_is_stored_without_invisible_characters() {
        var body = request(register.platform());
        investorOf(body).put("name", "\u202e\u3000陈\u200b小\u202c明\ufeff ");
        investorOf(body).put("emergencyContact", Map.of("name", "\u2067陈　大\u2069文"));
        var view = register.register(body);
        assertThat(view.getString("investor.name")).isEqualTo("陈小明");
        assertThat(view.getString("investor.emergencyName")).isEqualTo("陈大文");
    }

    /** Lengths count UTF-16 units: a name may have a hundred, which is fifty characters outside the basic plane. */
    @Test
    void a_name_of_a_hundred_code_units_is_accepted() {
        for (var name : List.of("陈".repeat(100), "𠮷".repeat(50))) {
            var body = request(register.platform());
            investorOf(body).put("name", name);
            assertThat(register.register(body).getString("investor.name")).isEqualTo(name);
        }
    }

    @Test
    void an_abolished_town_is_replaced_by_its_successor_with_a_warning() {
        var body = request(register.platform());
        investorOf(body).put("name", "林旧镇");
        investorOf(body).put("address", Map.of("areaCode", "445102004000", "text", "太平路1号"));
        var view = register.register(body);
        assertThat(view.getString("investor.areaCode")).isEqualTo(Register.NEW_TAIPING);
        assertThat(view.getList("warnings.code")).containsExactly("AREA_SUCCEEDED");
    }

    @Test
    void a_blank_platform_account_or_contact_is_treated_as_missing() {
        var body = request(register.platform());
        investorOf(body).put("phone", "\u3000");
        investorOf(body).put("otherPhone", "");
        var view = register.register(body);
        assertThat(view.getString("investor.phone")).isNull();
        assertThat(view.getString("investor.otherPhone")).isNull();
    }

    static Stream<JsonNode> netLosses() {
        return Vectors.cases("/netLoss/cases").stream();
    }

    @ParameterizedTest
    @MethodSource("netLosses")
    void the_net_loss_matches_the_test_vectors(JsonNode vector) {
        var investments = new ArrayList<Object>();
        texts(vector.path("invested")).forEach(amount -> investments.add(Register.investment(amount)));
        texts(vector.path("rolledOver")).forEach(amount -> {
            var line = Register.investment(amount);
            line.put("rolledOver", true);
            investments.add(line);
        });
        var body = request(register.platform());
        body.put("investments", investments);
        body.put(
                "repayments",
                texts(vector.path("repaid")).map(Register::repayment).toList());
        var view = register.register(body);
        assertThat(view.getString("netLoss")).isEqualTo(vector.path("netLoss").asText());
        assertThat(view.getList("warnings.code").contains("NET_GAIN"))
                .isEqualTo(vector.path("netLoss").asText().startsWith("-"));
    }

    private static Stream<String> texts(JsonNode amounts) {
        return StreamSupport.stream(amounts.spliterator(), false).map(JsonNode::asText);
    }
}
