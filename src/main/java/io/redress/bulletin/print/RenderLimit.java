package io.redress.bulletin.print;

import io.redress.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bulkhead for rendering documents: a few renderings run at a time, some callers wait, and the others get 503. A caller
 * must acquire its turn before it opens a transaction: waiting and rendering then hold no database connection, and the
 * rest of the service keeps working.
 */
@ApplicationScoped
public class RenderLimit {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    /** Each waiting caller blocks a worker thread, of which there are about two hundred. */
    private static final int MOST_WAITING = 32;

    private final Semaphore turns;
    private final Duration wait;

    RenderLimit(
            @ConfigProperty(name = "redress.limits.concurrent-renderings") int most,
            @ConfigProperty(name = "redress.limits.rendering-timeout") Duration wait) {
        this.turns = new Semaphore(most, true);
        this.wait = wait;
    }

    /**
     * Runs the work when its turn comes.
     *
     * @throws Problem 503 busy with Retry-After, when too many callers wait or the wait times out
     */
    public <T> T inTurn(Supplier<T> work) {
        if (turns.getQueueLength() >= MOST_WAITING || !hasTurn()) {
            throw busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean hasTurn() {
        try {
            return turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static Problem busy() {
        return Problem.of(503, "busy").retryAfter(A_MOMENT);
    }
}
