package io.redress.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.redress.common.time.AdjustableClock;
import jakarta.enterprise.inject.spi.CDI;

/**
 * Lets the clock go after every class of tests, so that none begins at the moment another has moved it to. Not after every
 * test: all that they enter before they move it would be of the same day, and due in every week that was closed since.
 * Announced to Quarkus in {@code META-INF/services}.
 */
public class ClockLetGo implements QuarkusTestAfterAllCallback {

    @Override
    public void afterAll(QuarkusTestContext context) {
        CDI.current().select(AdjustableClock.class).get().reset();
    }
}
