package io.redress.workspace;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "保存常用列 / keep columns under a name")
record SaveColumnSet(
        @Schema(description = "按显示次序 / in the order they are shown in", required = true)
        @NotNull
        @Size(min = 1, max = 20)
        List<@NotNull RegisterColumn> columns) {}
