package io.redress.account;

import io.redress.area.AreaScope;
import io.redress.common.problem.Violations;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What decides what an account may read and do. The roles branch liaison, tip handler, auditor and administrator cannot
 * be combined with any other (segregation of duties): none of them may see, or have done, what the others do.
 *
 * @param areaCode null for the whole county; required for an area officer
 * @param branchId only for a liaison, who may also get one later
 * @param disabled whether the account cannot sign in at all
 */
public record Rights(Set<Role> roles, String areaCode, UUID branchId, boolean disabled) {

    private static final Set<Role> ALONE = EnumSet.of(Role.BRANCH_LIAISON, Role.TIP_HANDLER, Role.AUDITOR, Role.ADMIN);

    public Rights {
        roles = Set.copyOf(roles);
    }

    /** Those of an account that waits for its first ones. */
    static Rights none() {
        return new Rights(Set.of(), null, null, true);
    }

    /** @throws io.redress.common.problem.Problem 422 for roles that must not meet, or an area or branch that does not fit */
    public void demandValid() {
        var violations = new Violations();
        if (roles.size() > 1 && roles.stream().anyMatch(ALONE::contains)) {
            violations.add("/roles", "roles-not-combinable");
        }
        if (roles.contains(Role.AREA_OFFICER) && areaCode == null) {
            violations.add("/areaCode", "area-officer-needs-area");
        }
        if (branchId != null && !roles.contains(Role.BRANCH_LIAISON)) {
            violations.add("/branchId", "branch-only-for-liaison");
        }
        violations.demandNone();
    }

    boolean areOfAdministrator() {
        return !disabled && roles.contains(Role.ADMIN);
    }

    /**
     * What of a change takes rights away, and so need not wait: roles and the area never exceed the present ones. An area
     * that lies elsewhere cannot be had in part, so the present one stays.
     */
    public Rights narrowedTo(Rights wanted) {
        var kept = EnumSet.noneOf(Role.class);
        roles.stream().filter(wanted.roles::contains).forEach(kept::add);
        return new Rights(
                kept,
                reachesNoFurther(wanted) ? wanted.areaCode : areaCode,
                wanted.branchId == null || wanted.branchId.equals(branchId) ? wanted.branchId : branchId,
                disabled || wanted.disabled);
    }

    private boolean reachesNoFurther(Rights wanted) {
        return areaCode == null
                || wanted.areaCode != null && AreaScope.of(areaCode).includes(wanted.areaCode);
    }

    /** How the other rights differ from these. */
    public Set<AccountChangeKind> changesTo(Rights other) {
        var kinds = EnumSet.noneOf(AccountChangeKind.class);
        add(kinds, AccountChangeKind.ROLE_GRANTED, !roles.containsAll(other.roles));
        add(kinds, AccountChangeKind.ROLE_REMOVED, !other.roles.containsAll(roles));
        if (!Objects.equals(areaCode, other.areaCode)) {
            kinds.add(reachesNoFurther(other) ? AccountChangeKind.AREA_NARROWED : AccountChangeKind.AREA_WIDENED);
        }
        if (!Objects.equals(branchId, other.branchId)) {
            kinds.add(other.branchId == null ? AccountChangeKind.BRANCH_REMOVED : AccountChangeKind.BRANCH_GIVEN);
        }
        add(kinds, AccountChangeKind.ENABLED, disabled && !other.disabled);
        add(kinds, AccountChangeKind.DISABLED, !disabled && other.disabled);
        return kinds;
    }

    private static void add(Set<AccountChangeKind> kinds, AccountChangeKind kind, boolean applies) {
        if (applies) {
            kinds.add(kind);
        }
    }
}
