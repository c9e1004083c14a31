package io.redress.registration;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What of a person is masked everywhere, and is shown in clear only by name and for a purpose. */
public enum PersonalField {
    /** 证件号码. */
    DOCUMENT_NUMBER("证件号码", (investor, registrations) -> Stream.of(datum(investor.documentNumber()))),
    /** 联系电话. */
    PHONE("联系电话", (investor, registrations) -> Stream.of(datum(investor.phone()))),
    /** 备用电话. */
    OTHER_PHONE("备用电话", (investor, registrations) -> Stream.of(datum(investor.otherPhone()))),
    /** 出生日期. */
    BIRTH_DATE("出生日期", (investor, registrations) -> Stream.of(datum(Objects.toString(investor.bornOn(), null)))),
    /** 住址. */
    STREET_ADDRESS("住址", (investor, registrations) -> Stream.of(datum(investor.streetAddress()))),
    /** 紧急联系人. */
    EMERGENCY_CONTACT(
            "紧急联系人",
            (investor, registrations) -> Stream.of(datum(investor.emergencyName()), datum(investor.emergencyPhone()))),
    /** 付款账号. */
    BANK_ACCOUNT(
            "付款账号",
            (investor, registrations) -> registrations.stream()
                    .flatMap(registration -> registration.investments.stream()
                            .map(line -> new PersonalDatum(registration.number, line.bankAccount())))),
    /** 平台注册手机. */
    PLATFORM_ACCOUNT_PHONE(
            "平台注册手机",
            (investor, registrations) -> registrations.stream()
                    .flatMap(registration -> registration.accounts().stream()
                            .map(account -> new PersonalDatum(registration.number, account.registeredPhone())))),
    /** 代理人证件号码. */
    AGENT_DOCUMENT_NUMBER(
            "代理人证件号码",
            (investor, registrations) -> registrations.stream()
                    .filter(registration -> registration.agent != null)
                    .map(registration -> new PersonalDatum(
                            registration.number, registration.agent.documentNumber(registration.id)))),
    /** 代理人电话. */
    AGENT_PHONE(
            "代理人电话",
            (investor, registrations) -> registrations.stream()
                    .filter(registration -> registration.agent != null)
                    .map(registration ->
                            new PersonalDatum(registration.number, registration.agent.phone(registration.id)))),
    /** 业务员电话. */
    SALESPERSON_PHONE(
            "业务员电话",
            (investor, registrations) -> registrations.stream()
                    .map(registration -> new PersonalDatum(registration.number, registration.salespersonPhone())));

    private final String label;
    private final BiFunction<Investor, List<Registration>, Stream<PersonalDatum>> reading;

    PersonalField(String label, BiFunction<Investor, List<Registration>, Stream<PersonalDatum>> reading) {
        this.label = label;
        this.reading = reading;
    }

    /** As it is printed. */
    public String label() {
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

    /** What is known, each once. */
    List<PersonalDatum> of(Investor investor, List<Registration> registrations) {
        return reading.apply(investor, registrations)
                .filter(datum -> datum.value() != null && !datum.value().isEmpty())
                .distinct()
                .toList();
    }
}
