package io.redress.seed;

import io.redress.seed.DemoReplay.State;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness check: down while the demonstration is loading, and after it failed to load. */
@Readiness
class DemoReadiness implements HealthCheck {

    private final DemoReplay replay;

    DemoReadiness(DemoReplay replay) {
        this.replay = replay;
    }

    @Override
    public HealthCheckResponse call() {
        var state = replay.state();
        return HealthCheckResponse.named("demonstration")
                .status(state == State.OFF || state == State.DONE || state == State.PARTIAL)
                .withData("state", state.name())
                .build();
    }
}
