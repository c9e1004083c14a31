package io.redress.registration;

import static io.redress.testing.Register.investorOf;
import static io.redress.testing.Register.request;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Refusals.Refusal;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid documents of investors and of their agents. All people in it are invented. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BadDocumentTest {

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Refusals refusals;

    private Refusal refuse(Object body) {
        return refusals.post("/api/v1/registrations", () -> people.clerk().body(body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RESIDENT_ID                     | 445100199002290017 | date of birth in the number, 19900229, does not exist
            RESIDENT_ID                     | 445102198013010012 | 19801301, does not exist
            RESIDENT_ID                     | 110105194912310021 | check character is wrong
            RESIDENT_ID                     | 445102198001010019 | check character is wrong
            RESIDENT_ID                     | 44510219800101001  | must have 18 characters; this has 17
            RESIDENT_ID                     | 000000000000000000 | cannot begin with 0
            RESIDENT_ID                     | 440524880101001    | should be 440524198801010011
            RESIDENT_ID                     | 4.45102E+17        | scientific notation
            RESIDENT_ID                     | 445102198001010000 | cut off its last digits
            RESIDENT_ID                     | 445102299001010012 | later than today
            RESIDENT_ID                     | 445102180012310012 | more than 150 years ago
            RESIDENT_ID                     | 44510219800101O018 | Character 15 of the number, "O"
            RESIDENT_ID                     | 810000199001010019 | residence permit for Hong Kong, Macao and Taiwan
            RESIDENT_ID                     | 911156198001010016 | permanent resident card of a foreigner
            HMT_RESIDENCE_PERMIT            | 445102198001010018 | begins with 810000, 820000 or 830000
            HK_MACAO_PERMIT                 | A12345678          | H or M and 8 digits
            TAIWAN_PERMIT                   | 1234567            | has 8 digits
            FOREIGN_PERMANENT_RESIDENT_CARD | 445102198001010018 | begins with 9
            FOREIGN_PERMANENT_RESIDENT_CARD | AB12345            | 3 letters and 12 digits
            PASSPORT                        | 12345              | E12345678
            FOREIGN_PASSPORT                | A1                 | 5 to 17 letters or digits
            OTHER                           | 军                 | 2 to 40 characters
            """)
    void an_invalid_document_is_refused_with_the_reason(String type, String number, String words) {
        var body = request(register.platform(), number);
        investorOf(body).put("documentType", type);
        refuse(body).is(422, "invalid-request").at("/investor/documentNumber").saying(words);
        var agent = Register.agent(number);
        agent.put("documentType", type);
        var throughAnAgent = request(register.platform());
        throughAnAgent.put("agent", agent);
        refuse(throughAnAgent)
                .is(422, "invalid-request")
                .at("/agent/documentNumber")
                .saying(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            papers       | []                         | /agent/papers          | Must be given
            papers       | [null]                     | /agent/papers/0        | Must be given
            papers       | ["LETTER"]                 | /agent/papers/0        | POWER_OF_ATTORNEY
            name         | "\\u200b"                  | /agent/name            | visible text
            relation     | ""                         | /agent/relation        | visible text
            capacity     | null                       | /agent/capacity        | Must be given
            phone        | "1"                        | /agent/phone           | telephone
            """)
    void an_agent_needs_a_name_and_a_document(String field, String value, String place, String words)
            throws IOException {
        var body = request(register.platform());
        body.put("agent", Register.agent("445102195512310027"));
        refuse(Register.with(body, "/agent/" + field, value))
                .is(422, "invalid-request")
                .at(place)
                .saying(words);
    }

    @ParameterizedTest
    @CsvSource({"ORGANISATION,RESIDENT_ID,445102198001010018", "PERSON,SOCIAL_CREDIT_CODE,91350200MA31E12PXF"})
    void a_document_that_does_not_fit_the_kind_of_investor_is_refused(String kind, String type, String number) {
        var body = request(register.platform(), number);
        investorOf(body).put("kind", kind);
        investorOf(body).put("documentType", type);
        refuse(body).is(422, "invalid-request").at("/investor/documentType").saying("does not fit the kind");
    }
}
