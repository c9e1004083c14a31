package io.redress.exchange;

import io.redress.reveal.Purpose;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ExportInClear", description = "明文及用途 / in clear, and what for")
record ExportInClear(
        @Schema(description = "用途 / what for", required = true) @NotNull
        Purpose purpose,

        @Schema(description = "说明；用途为 OTHER 时必填 / needed when the purpose is OTHER", nullable = true) @Size(max = 500)
        String note) {}
