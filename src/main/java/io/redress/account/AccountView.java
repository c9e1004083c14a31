package io.redress.account;

import io.redress.common.web.Versioned;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Account", description = "账号 / account")
public record AccountView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "clerk") String username,
        @Schema(required = true, examples = "林登记") String name,
        @Schema(required = true) Set<Role> roles,

        @Schema(
                description = "负责的区划；原区划撤销后为并入的区划 / area they answer for; once it is abolished, its successor",
                nullable = true,
                examples = "445102010000")
        String areaCode,

        @Schema(nullable = true) UUID branchId,
        @Schema(required = true) boolean disabled,

        @Schema(description = "须先改密码 / has to choose a password first", required = true)
        boolean mustChangePassword,

        @Schema(
                description = "等待第二人批准的变更；没有为 null / the change that waits for a second person; null for none",
                nullable = true)
        UUID pendingChangeId,

        @Schema(required = true) long version)
        implements Versioned {

    public static AccountView of(Account account) {
        return of(account, null);
    }

    public static AccountView of(Account account, UUID pendingChangeId) {
        return new AccountView(
                account.id,
                account.username,
                account.name,
                new TreeSet<>(account.roles),
                account.currentArea(),
                account.branchId,
                account.disabled,
                account.mustChangePassword,
                pendingChangeId,
                account.version);
    }
}
