package io.redress.audit.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "审计日志的一条 / one entry of the audit trail")
public record AuditEntryView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant occurredAt,

        @Schema(description = "账号；程序自身或未登录者为 null / null for the program itself and for nobody", nullable = true)
        UUID accountId,

        @Schema(description = "账号当时的姓名，或任务名 / name at the time, or of the job", nullable = true, examples = "陈示例")
        String actor,

        @Schema(description = "来源地址 / where from", nullable = true, examples = "10.2.3.4")
        String address,

        @Schema(
                description = "接口操作的 operationId，或事件之名 / operationId of the interface, or a word of its own",
                required = true,
                examples = "correction_verify")
        String action,

        @Schema(required = true) Outcome outcome,

        @Schema(description = "对记录做了什么 / what it did to the record", nullable = true)
        Effect effect,

        @Schema(nullable = true, examples = "registration") String recordType,

        @Schema(nullable = true, examples = "0198c0de-0000-7000-8000-000000000000")
        String recordId,

        @Schema(description = "用途 / purpose", nullable = true)
        String purpose,

        @Schema(required = true) List<AuditChangeView> changes,

        @Schema(description = "其他说明 / what else is known", required = true)
        Map<String, String> details,

        @Schema(description = "同一请求的各条相同 / common to the entries of one request", nullable = true)
        UUID requestId) {}
