package io.redress.testing;

import io.redress.account.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * A planted value to search for.
 *
 * @param readers the roles that may see it
 * @param staysInArea whether they may see it only in the person's area
 */
public record Secret(String what, String value, Set<Role> readers, boolean staysInArea) {

    private static final Set<Role> BUREAU =
            EnumSet.of(Role.CLERK, Role.AREA_OFFICER, Role.SECTION_CHIEF, Role.DIRECTOR);

    /** A value that is never shown in full. */
    public static Secret masked(String what, String value) {
        return new Secret(what, value, Set.of(), true);
    }

    /** A value about a person, for users who are responsible for the person's area. */
    public static Secret ofPerson(String what, String value) {
        return new Secret(what, value, BUREAU, true);
    }

    /** A value for everybody in the bureau, and nobody else. */
    public static Secret ofBureau(String what, String value) {
        return new Secret(what, value, BUREAU, false);
    }

    public boolean isHiddenFrom(Role role, boolean isElsewhere) {
        return role == null || !readers.contains(role) || staysInArea && isElsewhere;
    }
}
