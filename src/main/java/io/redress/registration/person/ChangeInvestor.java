package io.redress.registration.person;

import io.redress.registration.investor.ContactField;
import io.redress.registration.investor.InvestorDetails.AddressDetails;
import io.redress.registration.investor.InvestorDetails.EmergencyContact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "变更联系信息；未给出（null）的不变 / change contact details, what is absent stays")
public record ChangeInvestor(
        @Schema(description = "变更原因", required = true, examples = "搬家") @NotBlank @Size(max = 500)
        String reason,

        @Schema(description = "更名，须有户口本变更页或派出所证明", nullable = true) @Size(min = 1, max = 100)
        String name,

        @Schema(nullable = true, examples = "13800138000") @Size(max = 30)
        String phone,

        @Schema(nullable = true) @Size(max = 30) String otherPhone,
        @Schema(nullable = true) @Valid AddressDetails address,
        @Schema(nullable = true) @Valid EmergencyContact emergencyContact,
        @Schema(nullable = true) Boolean elderly,
        @Schema(nullable = true) Boolean hardship,

        @Schema(description = "停用的联系方式，先清除，再写入新给出的 / what no longer reaches them is emptied first", nullable = true)
        @Size(max = 3)
        Set<@NotNull ContactField> clear) {

    @Override
    public String toString() {
        return "ChangeInvestor[]";
    }
}
