package dev.sweetspot.executor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Places workers on threads of this JVM. */
public final class ThreadExecutor implements Executor {
    @Override
    public String name() {
        return "threads";
    }

    @Override
    public Placement place(int workers, Worker worker) {
        if (workers < 1) {
            throw new IllegalArgumentException("workers = " + workers + ": must be at least 1");
        }
        var placement = new Threads();
        for (int i = 0; i < workers; i++) {
            int index = i;
            var thread = new Thread(() -> placement.run(worker, index), "sweetspot-worker-" + index);
            // A worker must not keep a program alive whose main thread has given up on it.
            thread.setDaemon(true);
            placement.threads.add(thread);
        }
        placement.threads.forEach(Thread::start);
        return placement;
    }

    private static final class Threads implements Placement {
        private final List<Thread> threads = new ArrayList<>();
        private final AtomicReference<@Nullable Throwable> error = new AtomicReference<>();

        private void run(Worker worker, int index) {
            try {
                worker.work(index);
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                error.compareAndSet(null, e);
                interrupt();
            }
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            long end = System.nanoTime() + atMost.toNanos();
            for (var thread : threads) {
                long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
                thread.join(left);
                if (thread.isAlive()) {
                    return false;
                }
            }
            var thrown = error.get();
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
            if (thrown instanceof Error e) {
                throw e;
            }
            return true;
        }

        @Override
        public void interrupt() {
            threads.forEach(Thread::interrupt);
        }
    }
}
