package io.redress.trial;

import io.redress.testing.Ground;
import io.redress.testing.Planter;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Singleton
class VisitPlanter implements Planter {

    private final Visits visits;

    VisitPlanter(Visits visits) {
        this.visits = visits;
    }

    @Override
    public List<String> audited() {
        return List.of("visitPlanter_plant CREATED visit");
    }

    /** No caller can read it over HTTP, because the trial has no operations. */
    @Override
    public void plant(Ground ground) {
        var day = LocalDate.parse(ground.id("reporting-weeks")).minusDays(6);
        visits.record(UUID.fromString(ground.id("registrations")), day, ground.number("来访情况", Ground.marked("来访情况")));
    }
}
