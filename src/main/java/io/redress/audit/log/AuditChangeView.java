package io.redress.audit.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "一个字段的变动 / what became of one field")
public record AuditChangeView(
        @Schema(required = true, examples = "status") String field,

        @Schema(
                description = "个人信息和文字内容只示有变动，不示其值 / what is personal or written is only said to have changed",
                required = true)
        boolean hidden,

        @Schema(nullable = true, examples = "RECEIVED") String before,
        @Schema(nullable = true, examples = "VERIFIED") String after) {

    /** From {@code [before, after]}; anything else is hidden. */
    static AuditChangeView of(String field, JsonNode values) {
        return values.isArray()
                ? new AuditChangeView(field, false, text(values.get(0)), text(values.get(1)))
                : new AuditChangeView(field, true, null, null);
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }
}
