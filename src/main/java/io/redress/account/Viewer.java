package io.redress.account;

import io.redress.area.AreaScope;
import java.util.Set;
import java.util.UUID;

/**
 * The account on whose behalf a request runs.
 *
 * @param scope the areas whose records the account may see
 * @param branchId the branch of a liaison, else null
 */
public record Viewer(UUID accountId, String name, Set<Role> roles, AreaScope scope, UUID branchId) {

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
