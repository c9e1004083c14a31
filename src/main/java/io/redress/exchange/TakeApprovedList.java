package io.redress.exchange;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "取出已批准的列表 / take an approved list away")
record TakeApprovedList(@Schema(required = true) @NotNull ExportFormat format) {}
