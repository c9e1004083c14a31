package io.redress.testing;

import io.redress.account.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * A value planted to be looked for.
 *
 * @param readers the roles that may come across it
 * @param staysInArea whether they may do so only where its person lives
 */
public record Secret(String what, String value, Set<Role> readers, boolean staysInArea) {

    private static final Set<Role> BUREAU =
            EnumSet.of(Role.CLERK, Role.AREA_OFFICER, Role.SECTION_CHIEF, Role.DIRECTOR);

    /** What nobody ever gets to see in full. */
    public static Secret masked(String what, String value) {
        return new Secret(what, value, Set.of(), true);
    }

    /** What the bureau knows of a person, for those who answer for the person's area. */
    public static Secret ofPerson(String what, String value) {
        return new Secret(what, value, BUREAU, true);
    }

    /** What everybody in the bureau may read, and nobody else. */
    public static Secret ofBureau(String what, String value) {
        return new Secret(what, value, BUREAU, false);
    }

    public boolean isHiddenFrom(Role role, boolean isElsewhere) {
        return role == null || !readers.contains(role) || staysInArea && isElsewhere;
    }
}
