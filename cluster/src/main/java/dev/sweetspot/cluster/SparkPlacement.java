package dev.sweetspot.cluster;

import dev.sweetspot.executor.Executor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/** Workers that were placed on Spark. */
public final class SparkPlacement implements Executor.Placement {
    private static final long LOOK_EVERY_MS = 100;

    private final JavaSparkContext context;
    private final JavaFutureAction<List<String>> ended;

    SparkPlacement(JavaSparkContext context, JavaFutureAction<List<String>> ended) {
        this.context = context;
        this.ended = ended;
    }

    /**
     * Waits until all have ended.
     *
     * @return whether they have, within the time
     * @throws IllegalStateException when Spark has given up
     */
    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        try {
            ended.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (CancellationException asked) {
            return awaitIdle(atMost);
        } catch (ExecutionException e) {
            if (ended.isCancelled()) {
                return awaitIdle(atMost);
            }
            throw gaveUp(e);
        }
    }

    /** A job that was cancelled is over for Spark while its tasks still put trials aside. */
    private boolean awaitIdle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (working() > 0) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
        return true;
    }

    /** How many run now. */
    public int working() {
        var status = context.statusTracker();
        int active = 0;
        for (int job : ended.jobIds()) {
            var info = status.getJobInfo(job);
            for (int stage : info == null ? new int[0] : info.stageIds()) {
                active += Optional.ofNullable(status.getStageInfo(stage))
                        .map(SparkStageInfo::numActiveTasks)
                        .orElse(0);
            }
        }
        return active;
    }

    /** How each ended, by its number; empty as long as one works, and when they were asked to end. */
    public List<WorkerEnd> ends() throws InterruptedException {
        if (!ended.isDone() || ended.isCancelled()) {
            return List.of();
        }
        try {
            return ended.get().stream().map(WorkerEnd::fromText).toList();
        } catch (ExecutionException e) {
            throw gaveUp(e);
        }
    }

    private static IllegalStateException gaveUp(ExecutionException e) {
        var cause = Optional.ofNullable(e.getCause()).orElse(e);
        return new IllegalStateException("Spark gave up: " + cause.getMessage(), cause);
    }

    @Override
    public void interrupt() {
        ended.cancel(true);
    }
}
