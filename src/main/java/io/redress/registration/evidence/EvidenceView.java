package io.redress.registration.evidence;

import io.redress.common.text.Words;
import io.redress.common.web.Versioned;
import io.redress.registration.model.Evidence;
import io.redress.registration.model.EvidenceKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Evidence", description = "材料文件 / a file of evidence")
public record EvidenceView(
        @Schema(required = true) UUID id,
        @Schema(required = true) EvidenceKind kind,

        @Schema(description = "文件名，已去除不安全的部分", required = true, examples = "借款合同.pdf")
        String fileName,

        @Schema(description = "由内容判断的类型 / found from the content", required = true, examples = "application/pdf")
        String mediaType,

        @Schema(description = "字节数", required = true, examples = "48213")
        long size,

        @Schema(required = true) String sha256,

        @Schema(
                description =
                        "打开前须知道的，如会连接外部、内嵌文件、有密码；文件照收 / what to know before it is opened; it was taken all the same",
                required = true)
        List<EvidenceWarning> warnings,

        @Schema(required = true) Instant attachedAt,
        @Schema(required = true) String attachedBy)
        implements Versioned {

    /** A file never changes. */
    @Override
    public long version() {
        return 0;
    }

    static EvidenceView of(Evidence evidence, Words words) {
        return new EvidenceView(
                evidence.id,
                evidence.kind,
                evidence.fileName(),
                evidence.mediaType,
                evidence.size,
                evidence.sha256(),
                evidence.warnings().stream()
                        .sorted()
                        .map(warning -> EvidenceWarning.of(warning, words))
                        .toList(),
                evidence.attachedAt,
                evidence.attachedBy);
    }
}
