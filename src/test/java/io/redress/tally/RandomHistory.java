package io.redress.tally;

import io.quarkus.arc.All;
import io.redress.common.time.Clocks;
import io.redress.testing.Deed;
import io.redress.testing.Deeds;
import io.redress.testing.Life;
import io.redress.testing.Seeded;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Random histories of the bureau from a seed, run through the API, from the actions of all features. Every step is an
 * action and two numbers, so the test can shorten a failing history by leaving steps out.
 */
@Singleton
class RandomHistory {

    /** An action, and the numbers that choose its records. */
    record Step(Deed deed, int one, int other) {}

    private final List<Deed> deeds;
    private final List<Deed> likely;
    private final Set<String> done = new TreeSet<>();

    RandomHistory(@All List<Deeds> features) {
        deeds = Stream.concat(
                        features.stream().flatMap(feature -> feature.all().stream()),
                        Stream.of(
                                Deed.of("DAYS_PASS", 1, RandomHistory::daysPass),
                                Deed.of("CLOSE", 2, RandomHistory::close)))
                .sorted(Comparator.comparing(Deed::name))
                .toList();
        likely = deeds.stream()
                .flatMap(deed -> Collections.nCopies(deed.likely(), deed).stream())
                .toList();
    }

    List<Step> steps(long seed) {
        var random = Seeded.random(seed);
        var register = deeds.stream()
                .filter(deed -> deed.name().equals("REGISTER"))
                .findFirst()
                .orElseThrow();
        var steps = new ArrayList<Step>();
        steps.add(new Step(register, random.nextInt(1000), random.nextInt(1000)));
        steps.add(new Step(register, random.nextInt(1000), random.nextInt(1000)));
        var length = 4 + random.nextInt(12);
        while (steps.size() < length) {
            var from = random.nextBoolean() ? likely : deeds;
            steps.add(new Step(from.get(random.nextInt(from.size())), random.nextInt(1000), random.nextInt(1000)));
        }
        return steps;
    }

    void live(List<Step> steps, Life.World world) {
        var life = new Life(world);
        for (var step : steps) {
            world.clock().setTo(world.clock().instant().plus(Duration.ofMinutes(1 + step.one())));
            if (step.deed().doing().apply(life, new int[] {step.one(), step.other()})) {
                done.add(step.deed().name());
            }
        }
    }

    /** Actions that never succeeded in any history: an action that is always refused is not tested. */
    Set<String> neverDone() {
        return deeds.stream()
                .map(Deed::name)
                .filter(name -> !done.contains(name))
                .collect(Collectors.toSet());
    }

    private static boolean daysPass(Life life, int[] n) {
        var clock = life.world().clock();
        clock.setTo(clock.instant().plus(Duration.ofDays(n[1] % 10)));
        return true;
    }

    private static boolean close(Life life, int[] n) {
        var endsOn = Clocks.today(life.world().clock()).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return life.world()
                .chief()
                .post("/reporting-weeks/" + endsOn + "/close", Map.of("early", true))
                .isDone();
    }
}
