package io.redress.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.area.AreaScope;
import io.redress.testing.Seeded;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** For random changes: what counts at once never gives anything, and nothing but grants is left to approve. */
class RightsTest {

    private static final List<String> AREAS = List.of(
            "445102000000", "445102010000", "445102010001", "445102010002", "445102011000", "445102011001", "OUTSIDE");
    private static final List<UUID> BRANCHES = List.of(new UUID(0, 1), new UUID(0, 2));
    private static final int CASES = 20_000;

    private static Rights some(Random random) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (random.nextInt(3) == 0) {
                roles.add(role);
            }
        }
        return new Rights(
                roles,
                random.nextInt(3) == 0 ? null : AREAS.get(random.nextInt(AREAS.size())),
                random.nextBoolean() ? null : BRANCHES.get(random.nextInt(2)),
                random.nextBoolean());
    }

    /** Whether a user with these rights may do in this area what the role allows. */
    private static boolean allows(Rights rights, Role role, String area) {
        return !rights.disabled()
                && rights.roles().contains(role)
                && AreaScope.of(rights.areaCode()).includes(area);
    }

    @Test
    void what_counts_at_once_allows_nothing_that_was_not_allowed_before() {
        var random = Seeded.random(43);
        for (var i = 0; i < CASES; i++) {
            var before = some(random);
            var wanted = some(random);
            var now = before.narrowedTo(wanted);
            for (var role : Role.values()) {
                for (var area : AREAS) {
                    if (allows(now, role, area)) {
                        assertThat(allows(before, role, area))
                                .as("%s → %s: %s in %s", before, wanted, role, area)
                                .isTrue();
                    }
                }
            }
            assertThat(before.changesTo(now)).noneMatch(AccountChangeKind::isGrant);
            assertThat(now.branchId()).isIn(before.branchId(), null);
        }
    }

    @Test
    void a_change_that_allows_more_is_a_grant() {
        var random = Seeded.random(43);
        for (var i = 0; i < CASES; i++) {
            var before = some(random);
            var wanted = some(random);
            var allowsMore = EnumSet.allOf(Role.class).stream()
                    .anyMatch(role ->
                            AREAS.stream().anyMatch(area -> allows(wanted, role, area) && !allows(before, role, area)));
            if (allowsMore) {
                assertThat(before.changesTo(wanted))
                        .as("%s → %s", before, wanted)
                        .anyMatch(AccountChangeKind::isGrant);
            }
        }
    }

    @Test
    void without_grants_everything_counts_at_once() {
        var random = Seeded.random(43);
        for (var i = 0; i < CASES; i++) {
            var before = some(random);
            var wanted = some(random);
            if (before.changesTo(wanted).stream().noneMatch(AccountChangeKind::isGrant)) {
                assertThat(before.narrowedTo(wanted)).isEqualTo(wanted);
            }
            assertThat(before.changesTo(before)).isEmpty();
        }
    }

    @Test
    void an_area_elsewhere_is_a_grant_and_one_below_is_none() {
        var town = new Rights(Set.of(Role.AREA_OFFICER), "445102010000", null, false);
        var village = new Rights(Set.of(Role.AREA_OFFICER), "445102010001", null, false);
        var elsewhere = new Rights(Set.of(Role.AREA_OFFICER), "445102011000", null, false);
        assertThat(town.changesTo(village)).containsExactly(AccountChangeKind.AREA_NARROWED);
        assertThat(village.changesTo(town)).containsExactly(AccountChangeKind.AREA_WIDENED);
        assertThat(town.changesTo(elsewhere)).containsExactly(AccountChangeKind.AREA_WIDENED);
        assertThat(town.narrowedTo(elsewhere)).isEqualTo(town);
    }
}
