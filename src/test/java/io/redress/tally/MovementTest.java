package io.redress.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.registration.report.RegistrationMeasure;
import io.redress.tally.Contribution.Key;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A change counts as an addition, a removal, or a move. */
class MovementTest {

    private static final UUID PLATFORM = UUID.randomUUID();
    private static final List<String> AREAS = List.of("445102001000", "445102002000", "445102003000");

    private static Map.Entry<Key, Figure> change(String area, Measure measure, long count, String amount) {
        return Map.entry(new Key(PLATFORM, area, measure), new Figure(count, new BigDecimal(amount)));
    }

    private static List<String> told(List<Map.Entry<Key, Figure>> changes) {
        return Movement.of(changes.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))).stream()
                .map(movement -> movement.key().areaCode().charAt(8)
                        + (movement.moved() ? " moved " : " ")
                        + movement.figure().count()
                        + " "
                        + movement.figure().amount().toPlainString())
                .toList();
    }

    @Test
    void a_change_of_address_is_a_move_and_adds_nothing() {
        assertThat(told(List.of(
                        change(AREAS.get(0), RegistrationMeasure.AFFECTED, -1, "-10000.00"),
                        change(AREAS.get(1), RegistrationMeasure.AFFECTED, 1, "10000.00"))))
                .containsExactlyInAnyOrder("1 moved -1 -10000.00", "2 moved 1 10000.00");
    }

    @Test
    void a_merge_between_towns_moves_the_amount_and_removes_the_duplicate() {
        assertThat(told(List.of(
                        change(AREAS.get(0), RegistrationMeasure.AFFECTED, -1, "-10000.00"),
                        change(AREAS.get(1), RegistrationMeasure.AFFECTED, 0, "10000.00"))))
                .containsExactlyInAnyOrder("1 moved 0 -10000.00", "1 -1 0.00", "2 moved 0 10000.00");
    }

    @Test
    void changes_within_one_area_are_no_move() {
        assertThat(told(List.of(
                        change(AREAS.get(0), RegistrationMeasure.AFFECTED, -1, "-10000.00"),
                        change(AREAS.get(0), RegistrationMeasure.WITHOUT_LOSS, 1, "0.00"))))
                .containsExactlyInAnyOrder("1 -1 -10000.00", "1 1 0.00");
    }

    @Test
    void moves_sum_to_zero_and_the_other_changes_have_the_same_sign_in_all_areas() {
        var random = new Random(7);
        for (var run = 0; run < 2000; run++) {
            var changes = new HashMap<Key, Figure>();
            for (var area : AREAS) {
                var amount = BigDecimal.valueOf(random.nextInt(2001) - 1000, 2);
                changes.put(
                        new Key(PLATFORM, area, RegistrationMeasure.AFFECTED),
                        new Figure(random.nextInt(7) - 3, amount));
            }
            var movements = Movement.of(changes);
            var sums = new HashMap<Key, Figure>();
            movements.forEach(movement -> sums.merge(movement.key(), movement.figure(), Figure::plus));
            changes.values().removeIf(Figure::isZero);
            assertThat(sums).isEqualTo(changes);
            var moved = sum(movements.stream().filter(Movement::moved).toList());
            assertThat(moved.isZero()).as("%s", movements).isTrue();
            var rest = movements.stream().filter(movement -> !movement.moved()).toList();
            assertThat(rest.stream()
                            .mapToLong(m -> m.figure().count())
                            .map(Long::signum)
                            .filter(s -> s != 0)
                            .distinct())
                    .hasSizeLessThan(2);
            assertThat(rest.stream()
                            .map(m -> m.figure().amount().signum())
                            .filter(s -> s != 0)
                            .distinct())
                    .hasSizeLessThan(2);
        }
    }

    private static Figure sum(List<Movement> movements) {
        return movements.stream().map(Movement::figure).reduce(Figure.ZERO, Figure::plus);
    }
}
