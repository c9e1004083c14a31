package io.redress.registration;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import io.redress.registration.investor.Investor;
import io.redress.registration.model.Registration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What of a person is masked everywhere, and is shown in clear only by name and for a purpose. */
public enum PersonalField implements Labelled {
    /** 证件号码. */
    DOCUMENT_NUMBER("证件号码", "Document number", ofEach(Investor::documentNumber)),
    /** 联系电话. */
    PHONE("联系电话", "Phone", ofEach(Investor::phone)),
    /** 备用电话. */
    OTHER_PHONE("备用电话", "Other phone", ofEach(Investor::otherPhone)),
    /** 出生日期. */
    BIRTH_DATE("出生日期", "Day of birth", ofEach(record -> Objects.toString(record.bornOn(), null))),
    /** 住址. */
    STREET_ADDRESS("住址", "Address", ofEach(Investor::streetAddress)),
    /** 紧急联系人. */
    EMERGENCY_CONTACT(
            "紧急联系人",
            "Emergency contact",
            (records, registrations) -> records.stream()
                    .flatMap(record -> Stream.of(record.emergencyName(), record.emergencyPhone()))
                    .map(PersonalField::datum)),
    /** 付款账号. */
    BANK_ACCOUNT(
            "付款账号",
            "Bank account",
            (records, registrations) -> registrations.stream()
                    .flatMap(registration -> registration.investments.stream()
                            .map(line -> new PersonalDatum(registration.number, line.bankAccount())))),
    /** 平台注册手机. */
    PLATFORM_ACCOUNT_PHONE(
            "平台注册手机",
            "Phone at the platform",
            (records, registrations) -> registrations.stream()
                    .flatMap(registration -> registration.accounts().stream()
                            .map(account -> new PersonalDatum(registration.number, account.registeredPhone())))),
    /** 代理人证件号码. */
    AGENT_DOCUMENT_NUMBER(
            "代理人证件号码",
            "Document number of the agent",
            (records, registrations) -> registrations.stream()
                    .filter(registration -> registration.agent != null)
                    .map(registration -> new PersonalDatum(
                            registration.number, registration.agent.documentNumber(registration.id)))),
    /** 代理人电话. */
    AGENT_PHONE(
            "代理人电话",
            "Phone of the agent",
            (records, registrations) -> registrations.stream()
                    .filter(registration -> registration.agent != null)
                    .map(registration ->
                            new PersonalDatum(registration.number, registration.agent.phone(registration.id)))),
    /** 业务员电话. */
    SALESPERSON_PHONE(
            "业务员电话",
            "Phone of the salesperson",
            (records, registrations) -> registrations.stream()
                    .map(registration -> new PersonalDatum(registration.number, registration.salespersonPhone())));

    private final Label label;
    private final BiFunction<List<Investor>, List<Registration>, Stream<PersonalDatum>> reading;

    PersonalField(String zh, String en, BiFunction<List<Investor>, List<Registration>, Stream<PersonalDatum>> reading) {
        label = new Label(zh, en);
        this.reading = reading;
    }

    @Override
    public Label label() {
        return label;
    }

    /**
     * Something personal, in clear.
     *
     * @param registrationNumber the registration it belongs to; null for what belongs to the person
     */
    public record PersonalDatum(String registrationNumber, String value) {

        @Override
        public String toString() {
            return "PersonalDatum[]";
        }
    }

    private static PersonalDatum datum(String value) {
        return new PersonalDatum(null, value);
    }

    private static BiFunction<List<Investor>, List<Registration>, Stream<PersonalDatum>> ofEach(
            Function<Investor, String> datum) {
        return (records, registrations) -> records.stream().map(datum).map(PersonalField::datum);
    }

    /** What is known, each once, of all the person's records. */
    List<PersonalDatum> of(List<Investor> records, List<Registration> registrations) {
        return reading.apply(records, registrations)
                .filter(datum -> datum.value() != null && !datum.value().isEmpty())
                .distinct()
                .toList();
    }
}
