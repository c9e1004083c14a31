package io.redress.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.account.Role;
import io.redress.common.time.AdjustableClock;
import io.redress.tally.RandomHistory.Step;
import io.redress.testing.Api;
import io.redress.testing.Life.World;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Invariant: after any registrations, corrections, verifications, ends, merges, moves, listings and erasures, any
 * merges of persons and their undoing, and any closings, the tally equals a recount of the records, every row balances,
 * and every week opens with the closing of the week before.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TallyPropertyTest {

    /** More with {@code -Dredress.histories=…}. */
    private static final int HISTORIES = Integer.getInteger("redress.histories", 1000);

    /** Histories that share one register; then the next ones start with an empty register. */
    private static final int ON_ONE_REGISTER = 8;

    private static final Instant BEGINNING = Instant.parse("2022-01-05T02:00:00Z");

    @Inject
    Recount recount;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    AdjustableClock clock;

    @Inject
    RandomHistory histories;

    @TestHTTPResource
    URL service;

    private World world;

    @Test
    void the_tally_equals_a_recount_of_the_records() {
        clock.setTo(BEGINNING);
        // One platform sets off all repayments, the others one part or none.
        var platforms = List.of(
                register.platform(),
                register.platformThatSetsOff("RETURNS"),
                register.platformThatSetsOff("GOODS"),
                register.platformThatSetsOff());
        var port = service.getPort();
        world = new World(
                new Api(port, people.scriptTokenOf(Role.CLERK)),
                new Api(port, people.scriptTokenOf(Role.SECTION_CHIEF)),
                new Api(port, people.scriptTokenOf(Role.SECTION_CHIEF, Role.CLERK)),
                new Api(port, people.scriptTokenOf(Role.DIRECTOR)),
                platforms,
                clock);
        for (var seed = 1L; seed <= HISTORIES; seed++) {
            var steps = histories.steps(seed);
            if (seed % ON_ONE_REGISTER == 1) {
                beginAgain();
            }
            if (failure(steps) != null) {
                throw reported(seed, steps);
            }
        }
        clock.reset();
        assertThat(histories.neverDone()).isEmpty();
    }

    private AssertionError reported(long seed, List<Step> steps) {
        var smallest = shrink(steps);
        beginAgain();
        var failure = failure(smallest);
        return failure == null
                ? new AssertionError("seed " + seed + " fails only after those before it on the same register")
                : new AssertionError("seed " + seed + ", cut down to " + smallest, failure);
    }

    private void beginAgain() {
        recount.forgetEverything();
        clock.setTo(BEGINNING);
    }

    private AssertionError failure(List<Step> steps) {
        try {
            histories.live(steps, world);
            recount.holdsAgainstTheTally();
            return null;
        } catch (AssertionError e) {
            return e;
        }
    }

    /** Leaves out every step that the failure does not need. */
    private List<Step> shrink(List<Step> steps) {
        var smallest = new ArrayList<>(steps);
        for (var i = smallest.size() - 1; i >= 0; i--) {
            var without = new ArrayList<>(smallest);
            without.remove(i);
            beginAgain();
            if (failure(without) != null) {
                smallest = without;
            }
        }
        return smallest;
    }
}
