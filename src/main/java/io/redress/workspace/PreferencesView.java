package io.redress.workspace;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Preferences",
        description = "显示偏好，随账号保存；未选过的为 null / how the client looks, kept with the account; null until chosen")
record PreferencesView(
        @Schema(description = "界面语言 / language", nullable = true, examples = "zh-CN") @Pattern(regexp = "zh-CN|en")
        String language,

        @Schema(description = "深色；null 随系统 / dark; null follows the system", nullable = true)
        Boolean dark,

        @Schema(description = "大字号 / large type", nullable = true)
        Boolean largeType,

        @Schema(description = "紧凑 / more rows on a screen", nullable = true)
        Boolean compact,

        @Schema(description = "收起侧边菜单 / the menu at the side shows icons alone", nullable = true)
        Boolean menuFolded) {

    static final PreferencesView NOTHING_CHOSEN = new PreferencesView(null, null, null, null, null);

    static PreferencesView of(Preferences kept) {
        return new PreferencesView(kept.language, kept.dark, kept.largeType, kept.compact, kept.menuFolded);
    }
}
