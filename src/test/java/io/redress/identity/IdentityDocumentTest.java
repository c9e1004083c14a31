package io.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.common.text.Words;
import io.redress.testing.Vectors;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All numbers are invented, or examples from the standards. */
class IdentityDocumentTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 12, 31);
    private static final String RESIDENT = "/residentIdentityNumber/";

    static List<String> valid() {
        return Vectors.list(RESIDENT + "valid");
    }

    static List<String> creditCodes() {
        return Vectors.list("/unifiedSocialCreditCode/valid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_valid_resident_number_gives_the_birth_date_and_sex(String number) {
        var document = IdentityDocument.of(typeOf(number), number, TODAY);
        assertThat(document.number()).isEqualTo(number);
        assertThat(document.bornOn().map(LocalDate::toString).map(on -> on.replace("-", "")))
                .contains(number.substring(6, 14));
        assertThat(document.sex()).isPresent();
        assertThat(document.isSuspect()).isFalse();
    }

    @Test
    void an_odd_sequence_is_a_man_and_an_even_one_a_woman() {
        assertThat(document(DocumentType.RESIDENT_ID, "440524188001010014").sex())
                .contains(Sex.MALE);
        assertThat(document(DocumentType.RESIDENT_ID, "11010519491231002X").sex())
                .contains(Sex.FEMALE);
    }

    @Test
    void a_number_with_an_impossible_date_and_a_right_check_digit_is_refused() {
        assertThat(Vectors.list(RESIDENT + "impossibleDate"))
                .allSatisfy(number ->
                        assertThat(refusal(DocumentType.RESIDENT_ID, number)).isEqualTo("document-impossible-date"));
    }

    @Test
    void the_invalid_vectors_are_refused_as_every_type_of_resident_number() {
        var types = List.of(
                DocumentType.RESIDENT_ID,
                DocumentType.HMT_RESIDENCE_PERMIT,
                DocumentType.FOREIGN_PERMANENT_RESIDENT_CARD);
        assertThat(Vectors.list(RESIDENT + "invalid"))
                .allSatisfy(number -> assertThat(types)
                        .allSatisfy(type -> assertThat(refusal(type, number)).startsWith("document-")));
    }

    @Test
    void typed_numbers_are_normalised() {
        Vectors.map(RESIDENT + "normalise")
                .forEach((typed, number) -> assertThat(
                                document(DocumentType.RESIDENT_ID, typed).number())
                        .isEqualTo(number));
        assertThat(document(DocumentType.RESIDENT_ID, "\u300044510219\u00a0800101\u200b0018\ufeff\t")
                        .number())
                .isEqualTo("445102198001010018");
    }

    @Test
    void a_number_is_parsed_as_in_the_web_client() {
        assertThat(Vectors.map("/condensed"))
                .allSatisfy((typed, number) ->
                        assertThat(IdentityDocument.normalise(typed)).isEqualTo(number));
    }

    @Test
    void a_first_generation_number_is_upgraded_on_import_only() {
        Vectors.map(RESIDENT + "upgrade15to18").forEach((fifteen, eighteen) -> {
            assertThat(ResidentNumber.upgrade15To18(fifteen)).isEqualTo(eighteen);
            var refused = refused(DocumentType.RESIDENT_ID, fifteen);
            assertThat(refused.code()).isEqualTo("document-fifteen-digits");
            assertThat(words(refused)).contains(eighteen);
        });
    }

    @Test
    void an_invalid_first_generation_number_is_not_upgraded() {
        assertThat(catchThrowableOfType(InvalidDocument.class, () -> ResidentNumber.upgrade15To18("44052488010100"))
                        .code())
                .isEqualTo("document-not-fifteen-digits");
        assertThat(catchThrowableOfType(InvalidDocument.class, () -> ResidentNumber.upgrade15To18("440524880230001"))
                        .code())
                .isEqualTo("document-impossible-date");
    }

    @ParameterizedTest
    @MethodSource("creditCodes")
    void a_valid_credit_code_is_not_suspect(String code) {
        var document = document(DocumentType.SOCIAL_CREDIT_CODE, code.toLowerCase(Locale.ROOT));
        assertThat(document.number()).isEqualTo(code);
        assertThat(document.isSuspect()).isFalse();
        assertThat(document.bornOn()).isEmpty();
        assertThat(document.sex()).isEmpty();
    }

    @Test
    void a_credit_code_that_fails_its_check_is_suspect_but_accepted() {
        assertThat(Vectors.list("/unifiedSocialCreditCode/warned"))
                .allSatisfy(code -> assertThat(
                                document(DocumentType.SOCIAL_CREDIT_CODE, code).isSuspect())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "HK_MACAO_PERMIT, H12345678",
        "HK_MACAO_PERMIT, m1234567801",
        "TAIWAN_PERMIT, 12345678",
        "TAIWAN_PERMIT, T123456789",
        "FOREIGN_PERMANENT_RESIDENT_CARD, USA110080010112",
        "PASSPORT, E12345678",
        "PASSPORT, EA1234567",
        "PASSPORT, G12345678",
        "PASSPORT, 141234567",
        "PASSPORT, SE1234567",
        "PASSPORT, KJ1234567",
        "PASSPORT, MA1234567",
        "FOREIGN_PASSPORT, C01X00T47",
        "OTHER, 军字第1234567号"
    })
    void other_documents_are_validated_by_their_format(DocumentType type, String number) {
        assertThat(document(type, number).number()).isEqualTo(number.toUpperCase(Locale.ROOT));
        assertThat(document(type, number).bornOn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, '', document-missing",
        "RESIDENT_ID, '　', document-missing",
        "RESIDENT_ID, 4.45102E+17, document-scientific-notation",
        "SOCIAL_CREDIT_CODE, 9.135e17, document-scientific-notation",
        "RESIDENT_ID, 44510219800101001, document-length",
        "RESIDENT_ID, 4451O2198001010018, document-characters",
        "RESIDENT_ID, 4451021980010100X8, document-characters",
        "RESIDENT_ID, 44510219800101001𠮷, document-characters",
        "RESIDENT_ID, 445102800101001, document-fifteen-digits",
        "RESIDENT_ID, 445102801301001, document-impossible-date",
        "RESIDENT_ID, 000000000000000000, document-address",
        "RESIDENT_ID, 810000199001010019, document-is-residence-permit",
        "RESIDENT_ID, 911156198001010016, document-is-permanent-resident-card",
        "HMT_RESIDENCE_PERMIT, 445102198001010018, document-not-residence-permit",
        "HMT_RESIDENCE_PERMIT, 445102800101001, document-length",
        "FOREIGN_PERMANENT_RESIDENT_CARD, 445102198001010018, document-not-permanent-resident-card",
        "FOREIGN_PERMANENT_RESIDENT_CARD, USA11008001011, document-form-permanent-resident-card",
        "RESIDENT_ID, 445102210002290017, document-impossible-date",
        "RESIDENT_ID, 445102202201010017, document-born-in-future",
        "RESIDENT_ID, 445102187112300011, document-born-too-long-ago",
        "RESIDENT_ID, 445102198001010000, document-digits-lost",
        "RESIDENT_ID, 445102198001010019, document-check-digit",
        "SOCIAL_CREDIT_CODE, 91350200MA31E12PX, document-length",
        "SOCIAL_CREDIT_CODE, 91350200MA31E12PXO, document-characters",
        "HK_MACAO_PERMIT, T12345678, document-form-hk-macao-permit",
        "TAIWAN_PERMIT, 1234567, document-form-taiwan-permit",
        "PASSPORT, EI1234567, document-form-passport",
        "FOREIGN_PASSPORT, C01-X00, document-form-foreign-passport",
        "OTHER, 7, document-form-other"
    })
    void each_error_is_explained_in_both_languages(DocumentType type, String typed, String code) {
        var refused = refused(type, typed);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(words(refused)).isNotBlank().doesNotContain("{");
        assertThat(Words.in(List.of(Locale.ENGLISH)).of("violation." + code, refused.arguments()))
                .isNotBlank()
                .doesNotContain("{");
    }

    @Test
    void the_position_of_a_wrong_character_is_reported() {
        assertThat(words(refused(DocumentType.RESIDENT_ID, "4451O2198001010018")))
                .isEqualTo("号码第 5 位的“O”不是该类证件可用的字符。");
        assertThat(words(refused(DocumentType.RESIDENT_ID, "44510219800101001")))
                .isEqualTo("号码应为 18 位，现为 17 位。");
    }

    @Test
    void a_person_born_today_or_150_years_ago_is_accepted() {
        var bornToday = "44510220211231001";
        var bornLongAgo = "44510218711231001";
        assertThat(List.of(bornToday, bornLongAgo)).allSatisfy(body -> {
            var accepted = "0123456789X"
                    .chars()
                    .mapToObj(c -> body + (char) c)
                    .filter(number -> refusalOrNone(number).equals("none"))
                    .count();
            assertThat(accepted).isOne();
        });
    }

    @Test
    void a_document_in_a_log_is_masked() {
        assertThat(document(DocumentType.RESIDENT_ID, "445102198001010018"))
                .hasToString("RESIDENT_ID 445102********0018")
                .extracting(IdentityDocument::masked)
                .isEqualTo("445102********0018");
    }

    @Test
    void only_a_credit_code_is_for_organisations() {
        assertThat(DocumentType.values())
                .filteredOn(DocumentType::isForOrganisations)
                .containsExactly(DocumentType.SOCIAL_CREDIT_CODE);
    }

    private static DocumentType typeOf(String number) {
        return switch (number.charAt(0)) {
            case '8' -> DocumentType.HMT_RESIDENCE_PERMIT;
            case '9' -> DocumentType.FOREIGN_PERMANENT_RESIDENT_CARD;
            default -> DocumentType.RESIDENT_ID;
        };
    }

    private static IdentityDocument document(DocumentType type, String typed) {
        return IdentityDocument.of(type, typed, TODAY);
    }

    private static InvalidDocument refused(DocumentType type, String typed) {
        var refused = catchThrowableOfType(InvalidDocument.class, () -> document(type, typed));
        assertThat(refused).as("%s as %s", typed, type).isNotNull();
        return refused;
    }

    private static String refusal(DocumentType type, String typed) {
        return refused(type, typed).code();
    }

    private static String refusalOrNone(String number) {
        var refused = catchThrowableOfType(InvalidDocument.class, () -> document(DocumentType.RESIDENT_ID, number));
        return refused == null ? "none" : refused.code();
    }

    private static String words(InvalidDocument refused) {
        return Words.chinese().of("violation." + refused.code(), refused.arguments());
    }
}
