package io.redress.exchange;

import io.redress.area.AreaScope;
import io.redress.export.ExportQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "导出一个列表 / export a list")
record ExportList(
        @Schema(
                description = "哪个列表；没有的，422 中列出全部 / which list; a 422 tells those there are",
                required = true,
                examples = "attention-entries")
        @NotBlank
        @Size(max = 100)
        String list,

        @Schema(required = true) @NotNull ExportFormat format,
        @Schema(nullable = true) UUID platformId,

        @Schema(description = "区划及其下级 / an area and those below it", nullable = true, examples = "445102010")
        @Pattern(regexp = "\\d{6,12}|OUTSIDE")
        String areaCode,

        @Schema(description = "该列表自己的状态 / a status of that list", nullable = true, examples = "ACTIVE") @Size(max = 50)
        String status,

        @Schema(description = "日期自：受理、提名、披露之日 / first day: received, proposed, disclosed", nullable = true)
        LocalDate from,

        @Schema(description = "日期至（含） / last day, included", nullable = true)
        LocalDate to,

        @Schema(description = "导出明文及其用途；不填即掩码 / in clear, and what for; without it the list is masked", nullable = true)
        @Valid
        ExportInClear inClear) {

    ExportQuery query() {
        return new ExportQuery(platformId, areaCode == null ? null : AreaScope.of(areaCode), status, from, to);
    }
}
