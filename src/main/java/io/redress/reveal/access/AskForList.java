package io.redress.reveal.access;

import io.redress.area.AreaScope;
import io.redress.export.ExportQuery;
import io.redress.reveal.Purpose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "申请明文导出一个列表 / ask for a list in clear")
record AskForList(
        @Schema(description = "哪个列表 / which list", required = true, examples = "registrations")
        @NotBlank
        @Size(max = 100)
        String list,

        @Schema(nullable = true) UUID platformId,

        @Schema(description = "区划及其下级 / an area and those below it", nullable = true, examples = "445102010")
        @Pattern(regexp = "\\d{6,12}|OUTSIDE")
        String areaCode,

        @Schema(description = "该列表自己的状态 / a status of that list", nullable = true, examples = "VERIFIED")
        @Size(max = 50)
        String status,

        @Schema(description = "日期自 / first day", nullable = true)
        LocalDate from,

        @Schema(description = "日期至（含） / last day, included", nullable = true)
        LocalDate to,

        @Schema(description = "用途 / what for", required = true) @NotNull
        Purpose purpose,

        @Schema(description = "说明；用途为 OTHER 时必填 / needed when the purpose is OTHER", nullable = true) @Size(max = 500)
        String note) {

    ExportQuery query() {
        return new ExportQuery(platformId, areaCode == null ? null : AreaScope.of(areaCode), status, from, to);
    }
}
