package io.redress.account;

import io.redress.area.Area;
import io.redress.common.text.Verbatim;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "开设账号 / open an account")
public record OpenAccount(
        @Schema(required = true, examples = "chen.officer") @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,63}")
        String username,

        @Schema(description = "姓名 / name as others see it", required = true, examples = "陈片区")
        @NotBlank
        @Size(max = 100)
        String name,

        @Schema(
                description = "初始密码，12 至 200 个字符，首次登录须更换 / first password, to be replaced by its owner",
                required = true,
                minLength = 12,
                maxLength = 200,
                examples = "a long first password")
        @NotNull
        @Verbatim
        String password,

        @Schema(required = true) @NotEmpty Set<@NotNull Role> roles,

        @Schema(description = "负责的区划；全县为 null / area they answer for", nullable = true, examples = "445102010000")
        @Pattern(regexp = "\\d{6,12}")
        String areaCode,

        @Schema(description = "联络员所属分支机构 / a liaison's branch", nullable = true)
        UUID branchId) {

    public Rights rights() {
        return new Rights(roles, Area.codeOfExisting(areaCode, "/areaCode"), branchId, false);
    }

    /** The part of the request that may be stored: even a digest over the password would allow guessing it. */
    public OpenAccount withoutPassword() {
        return new OpenAccount(username, name, null, EnumSet.copyOf(roles), areaCode, branchId);
    }

    @Override
    public String toString() {
        return "OpenAccount[" + username + "]";
    }
}
