package io.redress.common.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Problem Details document (RFC 9457). */
@Schema(name = "Problem", description = "RFC 9457 问题说明 / problem document")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        @Schema(description = "稳定的问题类型 / stable type", required = true, examples = "/problems/already-registered")
        String type,

        @Schema(description = "一句话标题 / title", required = true)
        String title,

        @Schema(description = "HTTP 状态码 / status", required = true, examples = "409")
        int status,

        @Schema(description = "这一次出了什么问题 / what went wrong this time", required = true)
        String detail,

        @Schema(description = "请求中有误之处 / the wrong places in the request")
        List<FieldError> errors,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extensions) {

    @Schema(name = "FieldError", description = "请求中的一处错误 / one wrong place in the request")
    public record FieldError(
            @Schema(
                    description = "RFC 6901 指针，或 ?参数名 / JSON pointer, or ?name of a query parameter",
                    required = true,
                    examples = "/investor/documentNumber")
            String pointer,

            @Schema(description = "错在哪里 / what is wrong", required = true)
            String message) {}
}
