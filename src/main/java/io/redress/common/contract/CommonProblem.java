package io.redress.common.contract;

import io.redress.common.text.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems that no feature owns, each with the words a caller would read. */
enum CommonProblem {
    MALFORMED(400, "malformed-request"),
    SIGN_IN_REQUIRED(401, "sign-in-required"),
    FORBIDDEN(403, "forbidden"),
    NOT_FOUND(404, "not-found"),
    NOT_ACCEPTABLE(406, "not-acceptable"),
    CONFLICT(409, "conflict"),
    STALE(412, "stale"),
    TOO_LARGE(413, "too-large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type"),
    INVALID(422, "invalid-request"),
    IF_MATCH_REQUIRED(428, "if-match-required"),
    TOO_MANY_REQUESTS(429, "too-many-requests"),
    INTERNAL_ERROR(500, "internal-error"),
    BUSY(503, "busy");

    private final int status;
    private final String code;

    CommonProblem(int status, String code) {
        this.status = status;
        this.code = code;
    }

    String status() {
        return Integer.toString(status);
    }

    /** Its name among the shared responses: {@code invalid-request} is {@code InvalidRequest}. */
    String component() {
        return Arrays.stream(code.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    APIResponse response() {
        var english = Words.in(List.of(Locale.ENGLISH));
        var response = OASFactory.createAPIResponse()
                .description(Words.chinese().of(code + ".title") + " / " + english.of(code + ".title"))
                .content(content(example()));
        if (this == SIGN_IN_REQUIRED) {
            response.addHeader("WWW-Authenticate", text("如何证明身份 / how to prove who is asking", "Bearer"));
        }
        if (this == TOO_MANY_REQUESTS || this == BUSY) {
            response.addHeader("Retry-After", text("多少秒后再试 / seconds to wait", "5"));
        }
        return response;
    }

    private Map<String, Object> example() {
        var words = Words.chinese();
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "/problems/" + code);
        example.put("title", words.of(code + ".title"));
        example.put("status", status);
        example.put("detail", words.of(code + ".detail"));
        if (this == INVALID) {
            var error = new LinkedHashMap<String, Object>();
            error.put("pointer", "/name");
            error.put("message", "必须提供。");
            example.put("errors", List.of(error));
        }
        if (this == INTERNAL_ERROR) {
            example.put("incident", "0198c0de-0000-4000-8000-000000000000");
        }
        return example;
    }

    /** The body of any problem, shared or a feature's own. */
    static Content content(Object example) {
        var problem =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        if (example != null) {
            problem.setExample(example);
        }
        return OASFactory.createContent().addMediaType("application/problem+json", problem);
    }

    static Header text(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .required(true)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING))
                .example(example);
    }
}
