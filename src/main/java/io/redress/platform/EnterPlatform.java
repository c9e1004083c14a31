package io.redress.platform;

import io.redress.platform.PlatformView.WindowView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "登记或变更平台 / enter or change a platform")
public record EnterPlatform(
        @Schema(required = true, examples = "团贷网") @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "别名 / other names", nullable = true) @Size(max = 20)
        List<@NotBlank @Size(max = 100) String> aliases,

        @Schema(description = "运营公司 / operating company", nullable = true) @Size(max = 200)
        String company,

        @Schema(
                description = "统一社会信用代码，校验不符只提示 / checked, but only warned of",
                nullable = true,
                examples = "91440101MA5CJQ4N59")
        @Size(max = 18)
        String companyCreditCode,

        @Schema(required = true) @NotNull PlatformKind kind,
        @Schema(required = true) @NotNull PlatformStage stage,

        @Schema(description = "立案机关 / police authority", nullable = true, examples = "东莞市公安局") @Size(max = 100)
        String policeAuthority,

        @Schema(description = "立案编号 / case number", nullable = true) @Size(max = 100)
        String policeCaseNumber,

        @Schema(description = "首次登记期 / first window", nullable = true) @Valid
        WindowView firstWindow,

        @Schema(description = "补充登记期 / supplementary window", nullable = true) @Valid
        WindowView supplementaryWindow,

        @Schema(
                description =
                        "净损失算法：投入本金减已返还本金，再减这里选定的项；有人登记以后不能更改 / loss formula: principal less principal paid back, less what"
                                + " is named here; fixed once somebody has registered",
                required = true,
                examples = "[\"RETURNS\", \"CONSUMPTION\"]")
        @NotNull
        Set<@NotNull SetOff> setOff,

        @Schema(description = "重点关注，一周一报 / watched: one bulletin a week", required = true) @NotNull
        Boolean watched) {}
