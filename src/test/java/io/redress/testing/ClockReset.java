package io.redress.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.redress.common.time.AdjustableClock;
import jakarta.enterprise.inject.spi.CDI;

/**
 * Resets the clock after every test class, so that no class begins at a moment that another has set. A reset after each
 * test would be wrong: all records that tests enter before they set the clock would have the same day, and every week
 * closed since would count them. Registered with Quarkus in {@code META-INF/services}.
 */
public class ClockReset implements QuarkusTestAfterAllCallback {

    @Override
    public void afterAll(QuarkusTestContext context) {
        CDI.current().select(AdjustableClock.class).get().reset();
    }
}
