package dev.sweetspot.data.format;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Does many small pieces of work with a few threads. */
final class Parallel {
    private Parallel() {}

    /** Calls the work for 0 to count - 1, in no order; the first exception ends it all and is thrown here. */
    static void each(int count, int threads, IntConsumer work) {
        var next = new AtomicInteger();
        var failure = new AtomicReference<@Nullable Throwable>();
        Runnable loop = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count && failure.get() == null; i = next.getAndIncrement()) {
                    work.accept(i);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        var helpers = new Thread[Math.max(0, Math.min(threads, count) - 1)];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(loop, "sweetspot-decode-" + i);
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
        loop.run();
        for (var helper : helpers) {
            try {
                helper.join();
            } catch (InterruptedException e) {
                failure.compareAndSet(null, new IllegalStateException("loading was interrupted", e));
                Thread.currentThread().interrupt();
            }
        }
        var thrown = failure.get();
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }
}
