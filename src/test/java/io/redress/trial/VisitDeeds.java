package io.redress.trial;

import io.redress.common.problem.Problem;
import io.redress.common.time.Clocks;
import io.redress.testing.Deed;
import io.redress.testing.Deeds;
import io.redress.testing.Life;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
class VisitDeeds implements Deeds {

    private final Visits visits;

    VisitDeeds(Visits visits) {
        this.visits = visits;
    }

    @Override
    public List<Deed> all() {
        return List.of(Deed.of("VISIT", 1, this::visit));
    }

    private boolean visit(Life life, int[] n) {
        return life.any("registrations", n[0])
                .map(registration -> {
                    try {
                        visits.record(
                                UUID.fromString(registration),
                                Clocks.today(life.world().clock()),
                                "x");
                        return true;
                    } catch (Problem ended) {
                        return false;
                    }
                })
                .orElse(false);
    }
}
