package io.redress.token;

import io.redress.common.text.Verbatim;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "签发脚本令牌 / issue a token for a script")
public record IssueToken(
        @Schema(description = "用途 / what it is for", required = true, examples = "nightly import")
        @NotBlank
        @Size(max = 100)
        String name,

        @Schema(
                description = "有效天数 / days it is valid",
                required = true,
                minimum = "1",
                maximum = "366",
                examples = "30")
        @NotNull
        @Min(1)
        @Max(366)
        Integer validDays,

        @Schema(
                description = "范围，至少一项，不得超出本人角色；可选的见 /api/v1/access-tokens/scopes"
                        + " / what it may do, within what one's roles allow",
                required = true,
                examples = "[\"registrations:read\", \"figures:read\"]")
        @NotEmpty
        @Verbatim
        Set<@NotBlank @Size(max = 100) String> scopes) {}
