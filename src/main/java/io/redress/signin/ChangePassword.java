package io.redress.signin;

import io.redress.common.text.Verbatim;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "修改本人密码 / choose another password")
public record ChangePassword(
        @Schema(required = true, examples = "a long first password") @NotNull @Size(max = 400) @Verbatim
        String currentPassword,

        @Schema(
                description = "12 至 200 个字符，不含用户名，不能是常见密码；不要求字符种类，不定期更换"
                        + " / 12 to 200 characters, without the username, not a common one; no other rules",
                required = true,
                minLength = 12,
                maxLength = 200,
                examples = "three unrelated words")
        @NotNull
        @Verbatim
        String newPassword,

        @Schema(
                description =
                        "批准人当面告知的代码；密码由管理员设置并经批准的须填"
                                + " / the code from the second person, where an administrator set the password and it was approved",
                nullable = true,
                examples = "k7mw-3xqd")
        @Size(max = 40)
        @Verbatim
        String releaseCode,

        @Schema(description = "同时撤销本人的令牌 / also revoke one's tokens", nullable = true)
        Boolean endTokens) {

    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
