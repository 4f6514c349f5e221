package dev.sweetspot.study;

import dev.sweetspot.executor.Executor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The workers of one run: placed, awaited, and replaced where one is left behind. */
final class Crew {
    private static final System.Logger LOG = System.getLogger(Crew.class.getName());
    private static final Duration SLICE = Duration.ofMillis(100);

    private final Executor executor;
    private final Work work;
    private final List<Group> groups = new ArrayList<>();
    private final Set<Integer> ended = new HashSet<>();
    private final Set<Integer> left = new HashSet<>();
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

    /** Workers that were placed together. */
    private record Group(Executor.Placement placement, int first, int count) {
        IntStream indexes() {
            return IntStream.range(first, first + count);
        }
    }

    /** What one worker does. */
    @FunctionalInterface
    interface Work {
        /** @param index unique among all workers that the crew ever had */
        void done(Crew crew, int index) throws InterruptedException;
    }

    Crew(Executor executor, Work work) {
        this.executor = executor;
        this.work = work;
    }

    synchronized void place(int workers) {
        int first = groups.stream().mapToInt(Group::count).sum();
        groups.add(new Group(executor.place(workers, index -> work(first + index)), first, workers));
    }

    private void work(int index) throws InterruptedException {
        try {
            work.done(this, index);
        } catch (RuntimeException | Error e) {
            if (hasLeft(index)) {
                // Its trial is over: what becomes of it is nobody's concern any more.
                LOG.log(System.Logger.Level.DEBUG, "a worker that was left behind failed", e);
                return;
            }
            broken.compareAndSet(null, e);
            interrupt();
            throw e;
        } finally {
            synchronized (this) {
                ended.add(index);
            }
        }
    }

    /** Nobody waits for this worker any more; another takes its place. */
    synchronized void leave(int index) {
        left.add(index);
        place(1);
    }

    synchronized boolean hasLeft(int index) {
        return left.contains(index);
    }

    /** How many still work, those that were left behind not counted. */
    synchronized int working() {
        return (int) groups.stream()
                .flatMapToInt(Group::indexes)
                .filter(index -> !ended.contains(index) && !left.contains(index))
                .count();
    }

    /**
     * Waits until all have ended that were not left behind.
     *
     * @return whether they have, within the time
     */
    boolean await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        do {
            if (allEnded()) {
                rethrow();
                return true;
            }
        } while (System.nanoTime() - end < 0);
        return false;
    }

    private boolean allEnded() throws InterruptedException {
        var seen = groups();
        for (var group : seen) {
            if (!group.placement().await(SLICE) && !onlyLeftBehind(group)) {
                return false;
            }
        }
        // Whoever was left behind meanwhile has another in his place.
        return groups().size() == seen.size();
    }

    private synchronized List<Group> groups() {
        return List.copyOf(groups);
    }

    private synchronized boolean onlyLeftBehind(Group group) {
        return group.indexes().allMatch(index -> ended.contains(index) || left.contains(index))
                && group.indexes().anyMatch(left::contains);
    }

    private void rethrow() {
        var thrown = broken.get();
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    /** Asks all to end soon. */
    void interrupt() {
        groups().forEach(group -> group.placement().interrupt());
    }
}
