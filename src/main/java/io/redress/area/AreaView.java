package io.redress.area;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Area", description = "行政区划 / an area under the code it had from a day to a day")
public record AreaView(
        @Schema(description = "12 位统计用区划代码，区外为 OUTSIDE", required = true, examples = "445102010001")
        String code,

        @Schema(required = true, examples = "开元社区居民委员会") String name,
        @Schema(required = true) AreaLevel level,
        @Schema(nullable = true, examples = "445102010000") String parentCode,
        @Schema(required = true) LocalDate validFrom,

        @Schema(description = "撤销前最后一日；现存为 null / last day, null while it exists", nullable = true)
        LocalDate validTo,

        @Schema(description = "撤销后并入的区划 / where its people belong since", nullable = true)
        String successorCode) {

    static AreaView of(Area area) {
        return new AreaView(
                area.code, area.name, area.level, area.parentCode, area.validFrom, area.validTo, area.successorCode);
    }
}
