package io.redress.reveal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RevealTrace", description = "一次查看明文的记录 / that somebody saw personal data in clear")
record RevealTraceView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Reveal.Kind kind,
        @Schema(required = true, examples = "林登记") String accountName,

        @Schema(required = true, examples = "[\"PHONE\"]") List<String> fields,

        @Schema(required = true) Purpose purpose,
        @Schema(nullable = true, required = true) String note,
        @Schema(required = true) Instant revealedAt) {

    static RevealTraceView of(Reveal reveal) {
        return new RevealTraceView(
                reveal.id,
                reveal.kind,
                reveal.accountName,
                List.of(reveal.fields.split(",")),
                reveal.purpose,
                reveal.note(),
                reveal.revealedAt);
    }
}
