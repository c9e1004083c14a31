package io.redress.exchange;

import io.redress.area.AreaScope;
import io.redress.export.ExportQuery;
import io.redress.registration.model.RegistrationStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "导出名册；条件同登记列表 / export the register, narrowed like its list")
record ExportRegister(
        @Schema(required = true) @NotNull ExportFormat format,
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
        ExportInClear inClear) {

    ExportQuery query() {
        return new ExportQuery(
                platformId,
                areaCode == null ? null : AreaScope.of(areaCode),
                status == null ? null : status.name(),
                receivedFrom,
                receivedTo);
    }
}
