package io.redress.account;

import io.redress.area.Area;
import io.redress.common.text.Verbatim;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "变更账号 / change an account")
public record ChangeAccount(
        @Schema(required = true, examples = "陈片区") @NotBlank @Size(max = 100)
        String name,

        @Schema(required = true) @NotEmpty Set<@NotNull Role> roles,

        @Schema(nullable = true, examples = "445102010000") @Pattern(regexp = "\\d{6,12}")
        String areaCode,

        @Schema(nullable = true) UUID branchId,

        @Schema(description = "停用 / may no longer sign in", required = true) @NotNull
        Boolean disabled,

        @Schema(
                description = "新密码，本人下次登录须更换；不改为 null / new password, to be replaced by its owner; null to keep",
                nullable = true,
                minLength = 12,
                maxLength = 200,
                examples = "another long password")
        @Verbatim
        String newPassword) {

    public Rights rights() {
        return new Rights(roles, Area.codeOfExisting(areaCode, "/areaCode"), branchId, disabled);
    }

    @Override
    public String toString() {
        return "ChangeAccount[" + name + "]";
    }
}
