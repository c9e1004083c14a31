package io.redress.platform;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "登记或变更分支机构 / enter or change a branch")
public record EnterBranch(
        @Schema(required = true, examples = "团贷网潮州营业部") @NotBlank @Size(max = 100)
        String name,

        @Schema(nullable = true, examples = "91440101MA5CJQ4N59") @Size(max = 18)
        String creditCode,

        @Schema(nullable = true, examples = "445102010000") @Pattern(regexp = "\\d{9}|\\d{12}")
        String areaCode,

        @Schema(nullable = true) @Size(max = 200) String address,

        @Schema(description = "联络员 / person to call", nullable = true) @Size(max = 100)
        String contactName,

        @Schema(nullable = true, examples = "0768-2393556") @Size(max = 30)
        String contactPhone,

        @Schema(description = "已关闭 / closed", required = true) @NotNull
        Boolean closed) {}
