package io.redress.bulletin.word;

import io.redress.common.web.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BulletinTemplate", description = "周报模板 / the template bulletins are printed from")
public record BulletinTemplateView(
        @Schema(description = "是否为内置模板 / whether it is the one built in", required = true)
        boolean builtIn,

        @Schema(description = "文件内容的 SHA-256 / of the file", required = true)
        String sha256,

        @Schema(description = "字节数 / bytes", required = true, examples = "12034")
        long size,

        @Schema(description = "何时换上；从未更换时为空 / when it was put in force", nullable = true)
        Instant changedAt,

        @Schema(description = "何人换上；从未更换时为空 / by whom", nullable = true)
        String changedBy,

        @Schema(description = "说明 / a note", nullable = true, examples = "改用本局报头")
        String note,

        @Schema(description = "更换次数，用于 If-Match / for If-Match", required = true, examples = "0")
        long version)
        implements Versioned {}
