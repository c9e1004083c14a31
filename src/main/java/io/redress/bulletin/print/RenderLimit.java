package io.redress.bulletin.print;

import io.redress.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bulkhead for the rendering of documents: a few at a time, the next ones wait their turn, and those for whom it takes too long
 * are told to come back. A caller takes a turn before it opens a transaction: who waits for a turn, or renders, holds no
 * connection of the pool, and the rest of the service goes on.
 */
@ApplicationScoped
public class RenderLimit {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    /** Each one that waits holds a worker thread, of which there are some two hundred. */
    private static final int MOST_WAITING = 32;

    private final Semaphore turns;
    private final Duration wait;

    RenderLimit(
            @ConfigProperty(name = "redress.limits.renderings-at-once") int most,
            @ConfigProperty(name = "redress.limits.rendering-wait") Duration wait) {
        this.turns = new Semaphore(most, true);
        this.wait = wait;
    }

    /**
     * Does the work when its turn comes.
     *
     * @throws Problem 503 busy, with the time to come back, where too many are waiting or the turn does not come
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
