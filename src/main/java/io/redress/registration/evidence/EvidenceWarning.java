package io.redress.registration.evidence;

import io.redress.common.text.Words;
import io.redress.file.FileWarning;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A warning for a user who is about to open a file. */
@Schema(name = "EvidenceWarning", description = "打开材料前须知道的 / what to know before a file is opened")
public record EvidenceWarning(
        @Schema(required = true) FileWarning code,

        @Schema(
                description = "提示文字，按请求的语言 / in words of the caller's language",
                required = true,
                examples = "文件打开时会从别处取内容。")
        String message) {

    static EvidenceWarning of(FileWarning warning, Words words) {
        return new EvidenceWarning(warning, words.of("file-warning." + warning.name()));
    }
}
