package io.redress.approval;

import io.redress.account.AccountChangeKind;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AccountNotice", description = "本人账号的变更，待本人确认 / a change of one's own account, to be confirmed")
record AccountNoticeView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Set<AccountChangeKind> kinds,

        @Schema(description = "变更人 / by whom", required = true, examples = "吴管理")
        String changedBy,

        @Schema(
                description = "批准人；不需批准的为 null / approved by; null where nobody was needed",
                nullable = true,
                examples = "郑审计")
        String approvedBy,

        @Schema(description = "生效时间 / since when it counts", required = true)
        Instant countsSince) {

    static AccountNoticeView of(AccountChange change) {
        var approval = change.approval;
        return new AccountNoticeView(
                change.id,
                new TreeSet<>(change.kinds),
                approval.askedBy(),
                approval.decidedBy(),
                approval.decidedAt() == null ? approval.askedAt() : approval.decidedAt());
    }
}
