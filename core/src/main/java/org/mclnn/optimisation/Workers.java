package org.mclnn.optimisation;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.mclnn.potential.Check;

/** Runs numbered tasks on a number of threads. What a task computes must not depend on the thread that takes it. */
public final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService pool;

    public Workers(int threads) {
        this.threads = Check.atLeast(1, "the number of threads", threads);
        pool = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "mclnn-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs tasks 0 to count - 1 and waits for all; the failure of the lowest-numbered failed task is thrown. */
    public void run(int count, IntConsumer task) {
        if (threads == 1 || count == 1) {
            for (int k = 0; k < count; k++) {
                task.accept(k);
            }
            return;
        }
        var futures = new Future<?>[count];
        for (int k = 0; k < count; k++) {
            int number = k;
            futures[k] = pool.submit(() -> task.accept(number));
        }
        RuntimeException failure = null;
        for (var future : futures) {
            try {
                future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) { // a full heap
                    throw error;
                }
                if (failure == null) {
                    failure = e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
