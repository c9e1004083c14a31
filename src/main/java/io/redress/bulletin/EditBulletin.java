package io.redress.bulletin;

import io.redress.bulletin.model.BulletinSection;
import io.redress.common.text.Lines;
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

        @Schema(required = true) @NotEmpty @Size(max = 30) List<@NotNull @Valid WrittenSection> sections) {

    @Schema(name = "WrittenSection", description = "周报的一部分，如经办人所写 / one part of the text as written")
    record WrittenSection(
            @Schema(description = "部分的代号，同一周报内不重复 / by which a program knows it", required = true, examples = "BASICS")
            @NotBlank
            @Size(max = 40)
            String key,

            @Schema(
                    description = "标题；以（一）等开头的为二级标题 / second level when it begins with （一）",
                    required = true,
                    examples = "一、基本情况")
            @NotBlank
            @Size(max = 100)
            String heading,

            @Schema(description = "正文，一行一段 / one paragraph a line", required = true, examples = "截至3月7日，我区共受理登记120人。")
            @NotNull
            @Size(max = 20000)
            @Lines
            String body) {

        BulletinSection toSection() {
            return BulletinSection.written(key, heading, body);
        }
    }
}
