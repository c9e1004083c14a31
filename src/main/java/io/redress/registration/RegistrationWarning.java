package io.redress.registration;

import io.redress.area.Area;
import io.redress.area.AreaScope;
import io.redress.area.Place;
import io.redress.common.text.Words;
import io.redress.common.time.Clocks;
import io.redress.identity.BankCard;
import io.redress.identity.IdentityDocument;
import io.redress.identity.PersonName;
import io.redress.identity.Phone;
import io.redress.platform.Platform;
import io.redress.registration.investor.ContactDetails;
import io.redress.registration.investor.Investor;
import io.redress.registration.investor.InvestorDetails;
import io.redress.registration.model.Investment;
import io.redress.registration.model.Notice;
import io.redress.registration.model.Registration;
import io.redress.registration.model.Registrations;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a clerk should check again; the service refuses nothing for it. */
@Schema(description = "提示，不妨碍登记 / a warning, nothing was refused")
public record RegistrationWarning(
        @Schema(required = true) Code code,

        @Schema(description = "提示文字", required = true, examples = "此人已在其他平台登记。")
        String message) {

    /** What was noticed. */
    @Schema(name = "RegistrationWarningCode")
    public enum Code {
        /** 已在其他平台登记. */
        REGISTERED_ON_OTHER_PLATFORM,
        /** 疑似协助人. */
        SUSPECTED_HELPER,
        /** 不在登记期内. */
        OUTSIDE_REGISTRATION_WINDOW,
        /** 净收益: may have to be paid back. */
        NET_GAIN,
        /** 无净损失. */
        NO_LOSS,
        /** 信用代码校验不符. */
        CREDIT_CODE_CHECK_FAILED,
        /** 银行账号校验不符. */
        BANK_ACCOUNT_CHECK_FAILED,
        /** 手机号段少见. */
        PHONE_UNUSUAL,
        /** 与已登记的姓名不同. */
        NAME_DIFFERS,
        /** 证件已换发: the lifelong part of its number is the same. */
        DOCUMENT_RENEWED,
        /** 另有证件: the document shown and the one the person is known by were found to be the same person's. */
        KNOWN_BY_OTHER_DOCUMENT,
        /** 可能已登记: somebody of this name and phone is known under another document. */
        PERHAPS_KNOWN,
        /** 与已登记的电话或住址不同. */
        CONTACT_DIFFERS,
        /** 地址已归入现行区划. */
        AREA_SUCCEEDED,
        /** 代理或继承的证明不全. */
        AGENT_PAPERS_INCOMPLETE,
        /** 告知事项不全. */
        NOTICES_INCOMPLETE
    }

    /** Collects the warnings of one registration, each at most once. */
    public static final class Warnings {

        private final Map<Code, Object[]> found = new EnumMap<>(Code.class);

        /** @param record the record of the document shown; after a merge it may differ from the person's own */
        public void ofKnown(
                Investor known,
                Investor record,
                IdentityDocument document,
                InvestorDetails details,
                ContactDetails contacts,
                Place place) {
            if (!record.document().equals(document)) {
                note(Code.DOCUMENT_RENEWED, record.document().masked());
            }
            if (record != known) {
                note(Code.KNOWN_BY_OTHER_DOCUMENT, known.document().masked());
            }
            if (!known.name().equals(PersonName.normalise(details.name()))) {
                note(Code.NAME_DIFFERS);
            }
            if (contacts.differFrom(known) || !place.areaCode().equals(known.areaCode)) {
                note(Code.CONTACT_DIFFERS);
            }
        }

        /** A known person of this name and phone has another document; the viewer may find that they are the same. */
        public void ofNewcomer(Investor newcomer, AreaScope scope) {
            newcomer.namesake(scope).ifPresent(known -> {
                var person = known.person();
                note(
                        Code.PERHAPS_KNOWN,
                        person.document().masked(),
                        Registrations.ofInvestor(person.id).stream()
                                .map(registration -> registration.number)
                                .collect(Collectors.joining("、")));
            });
        }

        public void ofPlace(Place place) {
            if (!place.spoken().code.equals(place.areaCode())) {
                Area current = Area.findById(place.areaCode());
                note(Code.AREA_SUCCEEDED, place.spoken().name, current.name);
            }
        }

        /** Warnings that depend on the records alone, so that they can be derived again at any time. */
        public void of(Registration registration, Platform platform, List<Registration> ofSameInvestor) {
            var others = ofSameInvestor.stream()
                    .filter(other -> other.status.isLive() && !other.platformId.equals(registration.platformId))
                    .map(other -> other.number)
                    .toList();
            if (!others.isEmpty()) {
                note(Code.REGISTERED_ON_OTHER_PLATFORM, String.join("、", others));
            }
            if (registration.actedAsSalesperson) {
                note(Code.SUSPECTED_HELPER);
            }
            if (!platform.isOpenForRegistration(Clocks.dateOf(registration.receivedAt))) {
                note(Code.OUTSIDE_REGISTRATION_WINDOW);
            }
            var netLoss = registration.effective().netLoss().signum();
            if (netLoss <= 0) {
                note(netLoss < 0 ? Code.NET_GAIN : Code.NO_LOSS);
            }
            if (registration.agent != null && !registration.agent.hasItsPapers()) {
                note(Code.AGENT_PAPERS_INCOMPLETE);
            }
            if (!registration.noticesGiven.containsAll(Set.of(Notice.values()))) {
                note(Code.NOTICES_INCOMPLETE);
            }
            ofNumbers(registration);
        }

        private void ofNumbers(Registration registration) {
            var investor = registration.investor;
            if (investor.document().isSuspect()) {
                note(Code.CREDIT_CODE_CHECK_FAILED);
            }
            var phone = investor.phone();
            if (phone != null && Phone.isUnusual(phone)) {
                note(Code.PHONE_UNUSUAL);
            }
            if (registration.investments.stream()
                    .map(Investment::bankAccount)
                    .anyMatch(account -> account != null && !BankCard.isValid(account))) {
                note(Code.BANK_ACCOUNT_CHECK_FAILED);
            }
        }

        private void note(Code code, Object... arguments) {
            found.put(code, arguments);
        }

        List<RegistrationWarning> in(Words words) {
            return found.entrySet().stream()
                    .map(entry -> new RegistrationWarning(
                            entry.getKey(), words.of("warning." + entry.getKey().name(), entry.getValue())))
                    .toList();
        }
    }
}
