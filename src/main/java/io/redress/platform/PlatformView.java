package io.redress.platform;

import io.redress.common.web.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Platform", description = "涉事平台 / platform")
public record PlatformView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "团贷网") String name,
        @Schema(required = true) List<String> aliases,

        @Schema(
                description = "名称与别名的拼音和首字母，供查找 / pinyin and initials of name and aliases, for finding it",
                required = true,
                examples = "tuandaiwang tdw")
        String pinyin,

        @Schema(nullable = true) String company,

        @Schema(nullable = true, examples = "91440101MA5CJQ4N59")
        String companyCreditCode,

        @Schema(required = true) PlatformKind kind,
        @Schema(required = true) PlatformStage stage,
        @Schema(nullable = true) String policeAuthority,
        @Schema(nullable = true) String policeCaseNumber,
        @Schema(nullable = true) WindowView firstWindow,
        @Schema(nullable = true) WindowView supplementaryWindow,

        @Schema(description = "净损失算法中抵扣本金的项 / what is set off against principal", required = true)
        Set<SetOff> setOff,

        @Schema(required = true) boolean watched,

        @Schema(description = "自何日起一周一报；未关注为 null / since when each week gets a bulletin", nullable = true)
        LocalDate watchedSince,

        @Schema(description = "提示，如信用代码校验不符 / warnings", required = true)
        List<Warning> warnings,

        @Schema(required = true) long version)
        implements Versioned {

    @Schema(name = "RegistrationWindow", description = "登记期，首尾两日均含 / registration window, both days included")
    public record WindowView(
            @Schema(nullable = true, examples = "2021-01-01")
            LocalDate opensOn,

            @Schema(nullable = true, examples = "2021-12-31")
            LocalDate closesOn) {

        static WindowView of(RegistrationWindow window) {
            return window == null ? null : new WindowView(window.opensOn(), window.closesOn());
        }

        static RegistrationWindow read(WindowView window) {
            return window == null ? null : new RegistrationWindow(window.opensOn, window.closesOn);
        }
    }

    /** Something to look at again; nothing was refused for it. */
    @Schema(name = "PlatformWarning")
    public enum Warning {
        /** The code fails its GB 32100 check digit; codes in use do. */
        CREDIT_CODE_CHECK_FAILED
    }
}
