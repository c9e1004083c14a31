package io.redress.registration.investor;

import io.redress.identity.DocumentType;
import io.redress.identity.Sex;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "集资参与人 / the investor")
public record InvestorDetails(
        @Schema(required = true) @NotNull InvestorKind kind,

        @Schema(description = "姓名或名称", required = true, examples = "陈小明") @NotBlank @Size(max = 100)
        String name,

        @Schema(required = true) @NotNull DocumentType documentType,

        @Schema(description = "证件号码，全角、空格、小写会自动规范", required = true, examples = "445102198001010018")
        @NotBlank
        @Size(max = 40)
        String documentNumber,

        @Schema(nullable = true, examples = "13800138000") @Size(max = 30)
        String phone,

        @Schema(nullable = true) @Size(max = 30) String otherPhone,

        @Schema(description = "居民身份证会自动得出 / taken from a resident number", nullable = true, examples = "1980-01-01")
        LocalDate bornOn,

        @Schema(nullable = true) Sex sex,
        @Schema(required = true) @NotNull @Valid AddressDetails address,
        @Schema(nullable = true) @Valid EmergencyContact emergencyContact,
        @Schema(description = "老年人", nullable = true) Boolean elderly,
        @Schema(description = "生活困难", nullable = true) Boolean hardship) {

    @Schema(description = "住址：给出区划代码，或写全地址由系统归入区划 / give the area's code, or write the address out")
    public record AddressDetails(
            @Schema(description = "镇街 9 位或村居 12 位代码；区外为 OUTSIDE", nullable = true, examples = "445102010001")
            @Size(max = 12)
            String areaCode,

            @Schema(description = "地址文字 / the address as written", nullable = true, examples = "开元路12号")
            @Size(max = 200)
            String text) {}

    @Schema(description = "紧急联系人 / emergency contact")
    public record EmergencyContact(
            @Schema(required = true, examples = "陈大文") @NotBlank @Size(max = 100)
            String name,

            @Schema(nullable = true, examples = "父子") @Size(max = 50)
            String relation,

            @Schema(nullable = true, examples = "13800138001") @Size(max = 30)
            String phone) {}

    @Override
    public String toString() {
        return "InvestorDetails[" + kind + "]";
    }
}
