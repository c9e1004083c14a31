package io.redress.account;

import io.redress.area.AreaScope;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asking.
 *
 * @param scope the areas whose records they may see
 * @param branchId the branch a liaison speaks for, else null
 */
public record Viewer(UUID accountId, String name, Set<Role> roles, AreaScope scope, UUID branchId) {

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
