package io.redress.signin;

import io.redress.common.text.Verbatim;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "登录 / sign in")
public record SignIn(
        @Schema(required = true, examples = "clerk") @NotBlank @Size(max = 64)
        String username,

        @Schema(required = true, examples = "demo-clerk") @NotBlank @Size(max = 400) @Verbatim
        String password) {

    @Override
    public String toString() {
        return "SignIn[" + username + "]";
    }
}
