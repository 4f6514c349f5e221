package dev.sweetspot.study;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.TrialRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One run of one trial: what the workload holds, turned into events. */
final class Attempt implements TrialRun {
    private final Study study;
    private final ActiveTrial trial;
    private final Artifacts artifacts;
    private final Path scratch;
    private final RunPlan plan;
    private final BooleanSupplier stop;
    private final double secondsBefore;
    private final long begin = System.nanoTime();
    private long lastCheckpoint = begin;

    Attempt(Study study, ActiveTrial trial, Artifacts artifacts, Path scratch, RunPlan plan, BooleanSupplier stop) {
        this.study = study;
        this.trial = trial;
        this.artifacts = artifacts;
        this.scratch = scratch;
        this.plan = plan;
        this.stop = stop;
        this.secondsBefore = trial.trial().seconds();
    }

    @Override
    public int number() {
        return trial.number();
    }

    @Override
    public Configuration configuration() {
        return trial.trial().configuration();
    }

    @Override
    public <T> T suggest(Parameter<T> parameter) {
        return trial.suggest(parameter);
    }

    @Override
    public long seed() {
        return trial.seed();
    }

    @Override
    public int threads() {
        return trial.trial().threads();
    }

    @Override
    public double target() {
        return trial.target();
    }

    @Override
    public double from() {
        return trial.from();
    }

    @Override
    public Optional<Path> checkpoint() {
        return trial.trial()
                .checkpoint()
                .flatMap(kept -> artifacts.get(study.spec().name(), trial.number(), kept.artifact()));
    }

    @Override
    public long deadline() {
        return plan.deadline();
    }

    @Override
    public boolean stopRequested() {
        return stop.getAsBoolean() || Thread.currentThread().isInterrupted() || late();
    }

    private boolean late() {
        return plan.deadline() - System.nanoTime() <= 0;
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public Answer report(double fidelity, Measurements values, CheckpointWriter writer) {
        boolean ending = stopRequested();
        boolean last = fidelity >= trial.target();
        boolean due =
                System.nanoTime() - lastCheckpoint >= plan.checkpointEvery().toNanos();
        var old = trial.trial().checkpoint();
        Optional<String> checkpoint = !last && (ending || due) ? keep(writer) : Optional.empty();
        trial.report(fidelity, values, seconds(), checkpoint);
        if (checkpoint.isPresent()) {
            drop(old, checkpoint.get());
        }
        if (last) {
            return Answer.GO_ON;
        }
        if (ending) {
            trial.pause(stop.getAsBoolean() ? "stopped by hand" : "the time is over", checkpoint);
            return Answer.END;
        }
        return obey(trial.judge(), values, writer, checkpoint);
    }

    private Answer obey(
            Scheduler.Verdict verdict, Measurements values, CheckpointWriter writer, Optional<String> checkpoint) {
        if (verdict instanceof Scheduler.Verdict.Stop end) {
            trial.finish(new Outcome.StoppedEarly(values, end.reason()), seconds());
            trial.trial().checkpoint().ifPresent(kept -> drop(Optional.of(kept), ""));
            return Answer.END;
        }
        if (verdict instanceof Scheduler.Verdict.Pause aside) {
            trial.pause(aside.reason(), checkpoint.or(() -> keep(writer)));
            return Answer.END;
        }
        return Answer.GO_ON;
    }

    /** Writes a checkpoint and keeps it; empty when the workload cannot write one. */
    private Optional<String> keep(CheckpointWriter writer) {
        try {
            Files.createDirectories(scratch);
            var path = scratch.resolve("trial-" + trial.number() + "-" + trial.worker() + ".tmp");
            Files.deleteIfExists(path);
            writer.write(path);
            lastCheckpoint = System.nanoTime();
            return Files.exists(path)
                    ? Optional.of(artifacts.put(study.spec().name(), trial.number(), "checkpoint", path))
                    : Optional.empty();
        } catch (IOException e) {
            throw new StoreException(
                    scratch + ": could not write a checkpoint (" + e.getMessage() + "). Maybe the disk is full?",
                    new UncheckedIOException(e));
        }
    }

    private void drop(Optional<Trial.Checkpoint> old, String except) {
        old.map(Trial.Checkpoint::artifact)
                .filter(artifact -> !artifact.equals(except))
                .ifPresent(artifact -> artifacts.delete(study.spec().name(), trial.number(), artifact));
    }

    /** The workload has returned. */
    void completed(Measurements values) {
        if (trial.open()) {
            var last = trial.trial().checkpoint();
            trial.tell(values, seconds());
            drop(last, "");
        }
    }

    void failed(Outcome.Cause cause, String message) {
        if (trial.open()) {
            trial.finish(new Outcome.Failed(cause, message), seconds());
        }
    }

    void putAside(String reason) {
        if (trial.open()) {
            trial.pause(reason, Optional.empty());
        }
    }
}
