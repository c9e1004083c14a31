package io.redress.bulletin;

import io.redress.bulletin.model.WrittenSection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "修改标题与正文；指标来自周结，不能改 / edit title and text, never the figures")
record EditBulletin(
        @Schema(required = true, examples = "关于“共信赢”事件处置工作情况的周报") @NotBlank @Size(max = 200)
        String title,

        @Schema(required = true) @NotEmpty @Size(max = 30) List<@NotNull @Valid WrittenSection> sections) {}
