package io.redress.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Concurrent calls of several users. A call of more than a minute counts as a deadlock. */
public final class AtOnce {

    private AtOnce() {}

    /** The results, in the order of the calls. */
    public static <T> List<T> all(List<Callable<T>> calls) {
        var executor = Executors.newFixedThreadPool(calls.size());
        try {
            var start = new CyclicBarrier(calls.size());
            var futures = new ArrayList<Future<T>>();
            for (var call : calls) {
                futures.add(executor.submit(() -> {
                    start.await(1, TimeUnit.MINUTES);
                    return call.call();
                }));
            }
            var answers = new ArrayList<T>();
            for (var future : futures) {
                answers.add(future.get(1, TimeUnit.MINUTES));
            }
            return answers;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("somebody did not come to an end", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
