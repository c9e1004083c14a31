package io.redress.common.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Descriptions of parameters that mean the same everywhere. A description at the resource takes precedence. */
final class ContractParameters {

    private record Words(String description, Object example) {}

    private static final Map<String, Words> COMMON = Map.of(
            "Idempotency-Key",
            new Words(
                    "同一键重复提交只创建一次，答复相同 / sent again with the same key, it creates once and answers the same",
                    "7f9c2ba4-e88f-11eb-9a03-0242ac130003"),
            "If-Match",
            new Words("所见版本的 ETag；缺少为 428，过时为 412 / ETag of the version seen", "\"0\""),
            "limit",
            new Words("每页条数 / rows a page", 50),
            "status",
            new Words("只要此状态的 / only those in this status", null),
            "platformId",
            new Words("只要此平台的 / only those of this platform", null),
            "cursor",
            new Words("上一页的 next；第一页不填 / next of the page before, none for the first", null));

    private ContractParameters() {}

    static void complete(Parameter parameter) {
        var words = COMMON.get(parameter.getName());
        if (words != null && parameter.getDescription() == null) {
            parameter.setDescription(words.description());
            if (words.example() != null && parameter.getExample() == null && parameter.getExamples() == null) {
                parameter.setExample(words.example());
            }
        }
        if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null) {
            parameter.setDescription("标识 / id");
        }
        if (parameter.getName().equals("If-Match")) {
            parameter.setRequired(true);
        }
        if (parameter.getName().equals("Idempotency-Key") && parameter.getSchema() != null) {
            parameter.getSchema().minLength(1).maxLength(100);
        }
    }
}
