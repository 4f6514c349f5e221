package dev.sweetspot.cluster;

import java.util.function.Consumer;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/** Tells, in sentences, of executors that come and go. */
final class Losses extends SparkListener {
    private final Consumer<String> listener;

    Losses(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        var executor = added.executorInfo();
        listener.accept("Executor " + added.executorId() + " on " + executor.executorHost() + ": "
                + executor.totalCores() + (executor.totalCores() == 1 ? " core" : " cores"));
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        listener.accept("Executor " + removed.executorId() + " was lost (" + firstLine(removed.reason())
                + "); its workers are started elsewhere, and its trials go on from their last checkpoints");
    }

    private static String firstLine(String reason) {
        return reason.lines().findFirst().orElse("").strip();
    }
}
