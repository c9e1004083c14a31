package io.redress.registration;

import io.redress.common.web.ShowsOtherRecords;
import io.redress.identity.DocumentType;
import io.redress.identity.Sex;
import io.redress.privacy.Masks;
import io.redress.registration.investor.Investor;
import io.redress.registration.investor.InvestorKind;
import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Investor", description = "集资参与人，证件、电话、住址已掩码 / investor, masked")
public record InvestorView(
        @Schema(required = true) UUID id,
        @Schema(required = true) InvestorKind kind,
        @Schema(required = true, examples = "陈小明") String name,
        @Schema(required = true) DocumentType documentType,

        @Schema(required = true, examples = "445102********0018")
        String documentNumber,

        @Schema(nullable = true, examples = "138****8000") String phone,
        @Schema(nullable = true) String otherPhone,

        @Schema(
                description = "出生年份；完整生日会使掩码失效 / year only, the day would undo the mask",
                nullable = true,
                examples = "1980")
        Integer birthYear,

        @Schema(nullable = true) Sex sex,
        @Schema(required = true, examples = "445102010001") String areaCode,
        @Schema(nullable = true, examples = "开元路***") String streetAddress,
        @Schema(nullable = true) String emergencyName,
        @Schema(nullable = true) String emergencyRelation,
        @Schema(nullable = true) String emergencyPhone,
        @Schema(required = true) boolean elderly,
        @Schema(required = true) boolean hardship,

        @Schema(description = "此人的全部登记 / all registrations of this person", required = true)
        List<RegistrationMention> registrations,

        @Schema(required = true) long version)
        implements ShowsOtherRecords {

    @Schema(name = "RegistrationMention", description = "一份登记 / a registration, in short")
    public record RegistrationMention(
            @Schema(required = true) UUID id,

            @Schema(required = true, examples = "2021-000001-5")
            String number,

            @Schema(required = true) UUID platformId,
            @Schema(required = true) RegistrationStatus status) {

        static RegistrationMention of(Registration registration) {
            return new RegistrationMention(
                    registration.id, registration.number, registration.platformId, registration.status);
        }
    }

    public static InvestorView of(Investor investor, List<Registration> registrations) {
        return mentioning(
                investor, registrations.stream().map(RegistrationMention::of).toList());
    }

    public static InvestorView mentioning(Investor investor, List<RegistrationMention> registrations) {
        var bornOn = investor.bornOn();
        return new InvestorView(
                investor.id,
                investor.kind,
                investor.name(),
                investor.documentType,
                Masks.documentNumber(investor.documentNumber()),
                Masks.phone(investor.phone()),
                Masks.phone(investor.otherPhone()),
                bornOn == null ? null : bornOn.getYear(),
                investor.sex,
                investor.areaCode,
                Masks.streetAddress(investor.streetAddress()),
                investor.emergencyName(),
                investor.emergencyRelation(),
                Masks.phone(investor.emergencyPhone()),
                investor.elderly,
                investor.hardship,
                registrations,
                investor.version);
    }

    /** A few columns of the registrations of these investors, by investor; avoids loading whole entities. */
    public static Map<UUID, List<RegistrationMention>> mentionsOf(List<UUID> investorIds) {
        if (investorIds.isEmpty()) {
            return Map.of();
        }
        return Registration.find(
                        "select r.investor.id, r.id, r.number, r.platformId, r.status from Registration r"
                                + " where r.investor.id in ?1 order by r.id",
                        investorIds)
                .project(Mentioned.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Mentioned::investorId, Collectors.mapping(Mentioned::mention, Collectors.toList())));
    }

    private record Mentioned(UUID investorId, UUID id, String number, UUID platformId, RegistrationStatus status) {

        RegistrationMention mention() {
            return new RegistrationMention(id, number, platformId, status);
        }
    }
}
