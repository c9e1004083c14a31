package io.redress.exchange;

import io.redress.registration.model.RegistrationStatus;
import io.redress.reveal.Purpose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "导出名册；条件同登记列表 / export the register, narrowed like its list")
record ExportRegister(
        @Schema(required = true) @NotNull Format format,
        @Schema(nullable = true) UUID platformId,

        @Schema(description = "区划及其下级 / an area and those below it", nullable = true, examples = "445102010")
        @Pattern(regexp = "\\d{6,12}|OUTSIDE")
        String areaCode,

        @Schema(nullable = true) RegistrationStatus status,

        @Schema(description = "受理日期自", nullable = true, examples = "2021-03-01")
        LocalDate receivedFrom,

        @Schema(description = "受理日期至（含）", nullable = true, examples = "2021-03-07")
        LocalDate receivedTo,

        @Schema(description = "导出明文及其用途；不填即掩码 / in clear, and what for; without it the list is masked", nullable = true)
        @Valid
        InClear inClear) {

    /** In which form. */
    @Schema(name = "ExportFormat")
    enum Format {
        /** UTF-8, with a byte order mark. */
        CSV,
        /** For older Chinese programs. */
        CSV_GB18030,
        /** A workbook. */
        XLSX
    }

    /** Why in clear. */
    @Schema(name = "ExportInClear", description = "明文及用途 / in clear, and what for")
    record InClear(
            @Schema(description = "用途 / what for", required = true) @NotNull
            Purpose purpose,

            @Schema(description = "说明；用途为 OTHER 时必填 / needed when the purpose is OTHER", nullable = true)
            @Size(max = 500)
            String note) {}
}
