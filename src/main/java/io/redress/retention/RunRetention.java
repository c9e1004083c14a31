package io.redress.retention;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "清点或处理到期数据 / count or erase what has outlived its period")
record RunRetention(
        @Schema(description = "true 只清点 / true counts only", required = true) @NotNull
        Boolean dryRun) {}
