package io.redress.approval;

import io.redress.account.Account;
import io.redress.account.AccountChangeKind;
import io.redress.account.Role;
import io.redress.common.web.Versioned;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AccountChange", description = "账号变更：批准后账号的角色、片区等 / a change of an account, and what it has then")
record AccountChangeView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID accountId,
        @Schema(required = true, examples = "clerk") String username,
        @Schema(required = true, examples = "林登记") String name,
        @Schema(required = true) ApprovalStatus status,
        @Schema(required = true) Set<AccountChangeKind> kinds,

        @Schema(description = "账号现有的角色 / the roles that the account has now", required = true)
        Set<Role> presentRoles,

        @Schema(description = "账号现有的片区 / its area now", nullable = true, examples = "445102010000")
        String presentAreaCode,

        @Schema(required = true) Set<Role> roles,
        @Schema(nullable = true, examples = "445102010000") String areaCode,
        @Schema(nullable = true) UUID branchId,
        @Schema(required = true) boolean disabled,
        @Schema(required = true) UUID askedById,
        @Schema(required = true, examples = "吴管理") String askedBy,
        @Schema(required = true) Instant askedAt,

        @Schema(description = "过期不办即作废 / it lapses unless decided by then", nullable = true)
        Instant expiresAt,

        @Schema(nullable = true, examples = "郑审计") String decidedBy,
        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "未批准的原因 / why it was refused", nullable = true)
        String refusalReason,

        @Schema(required = true) long version)
        implements Versioned {

    static AccountChangeView of(AccountChange change, Account account, Instant now) {
        var approval = change.approval;
        return new AccountChangeView(
                change.id,
                change.accountId,
                account.username,
                account.name,
                approval.statusAt(now),
                new TreeSet<>(change.kinds),
                new TreeSet<>(account.roles),
                account.rights().areaCode(),
                new TreeSet<>(change.roles),
                change.areaCode,
                change.branchId,
                change.disabled,
                approval.askedById(),
                approval.askedBy(),
                approval.askedAt(),
                approval.expiresAt(),
                approval.decidedBy(),
                approval.decidedAt(),
                change.refusalReason(),
                change.version);
    }
}
