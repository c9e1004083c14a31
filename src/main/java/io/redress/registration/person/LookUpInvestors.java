package io.redress.registration.person;

import io.redress.common.text.Blanks;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "查找集资参与人：恰好给一项 / give exactly one")
public record LookUpInvestors(
        @Schema(description = "证件号码", nullable = true, examples = "445102198001010018") @Size(min = 5, max = 40)
        String documentNumber,

        @Schema(description = "手机或座机", nullable = true, examples = "13800138000") @Size(min = 7, max = 30)
        String phone,

        @Schema(
                description =
                        "姓名开头，或拼音、拼音首字母；不分大小写 / beginning of the name, of its pinyin or its initials, in any case",
                nullable = true,
                examples = "cxm")
        @Size(min = 1, max = 100)
        String name,

        @Schema(description = "登记编号", nullable = true, examples = "2021-000001-5") @Size(min = 5, max = 40)
        String registrationNumber) {

    /** A criterion without a visible character counts as absent; a blank name would match everybody. */
    public LookUpInvestors {
        documentNumber = Blanks.toNull(documentNumber);
        phone = Blanks.toNull(phone);
        name = Blanks.toNull(name);
        registrationNumber = Blanks.toNull(registrationNumber);
    }

    @Override
    public String toString() {
        return "LookUpInvestors[]";
    }
}
