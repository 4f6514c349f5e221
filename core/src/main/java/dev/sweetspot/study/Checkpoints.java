package dev.sweetspot.study;

import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.TrialRun.CheckpointWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Writes, keeps and drops the checkpoints of one attempt. */
final class Checkpoints {
    private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());

    private final String study;
    private final Artifacts artifacts;
    private final Path scratch;
    private final Duration every;
    private final StopSign stop;
    private long last = System.nanoTime();

    Checkpoints(String study, Artifacts artifacts, Path scratch, Duration every, StopSign stop) {
        this.study = study;
        this.artifacts = artifacts;
        this.scratch = scratch;
        this.every = every;
        this.stop = stop;
    }

    /** Whether the last one is long enough ago. */
    boolean due() {
        return System.nanoTime() - last >= every.toNanos();
    }

    /** The file of a trial's checkpoint, if it is there and whole. */
    Optional<Path> find(ActiveTrial trial) {
        var own = trial.trial().checkpoint();
        return own.isPresent()
                ? artifacts.get(study, trial.number(), own.get().artifact())
                : trial.inherited()
                        .flatMap(other -> artifacts.get(
                                study, other.trial(), other.checkpoint().artifact()));
    }

    /** Writes a checkpoint and keeps it; empty when the workload cannot write one, or there is no room for it. */
    Optional<String> keep(ActiveTrial trial, CheckpointWriter writer) {
        if (writer == CheckpointWriter.NONE) {
            return Optional.empty();
        }
        while (true) {
            try {
                return write(trial, writer);
            } catch (ClosedByInterruptException again) {
                // An interrupt closes a file that is being written. A trial is put aside because of it, and needs its
                // checkpoint now.
                stop.takeInterrupt();
            } catch (LimitedArtifacts.Full full) {
                LOG.log(full.isFirst() ? System.Logger.Level.INFO : System.Logger.Level.DEBUG, full.getMessage());
                return Optional.empty();
            } catch (IOException e) {
                throw new StoreException(
                        scratch + ": could not write a checkpoint (" + e.getMessage() + "). Maybe the disk is full?",
                        new UncheckedIOException(e));
            }
        }
    }

    private Optional<String> write(ActiveTrial trial, CheckpointWriter writer) throws IOException {
        Files.createDirectories(scratch);
        var path = scratch.resolve("trial-" + trial.number() + "-" + trial.worker() + ".tmp");
        Files.deleteIfExists(path);
        writer.write(path);
        last = System.nanoTime();
        try {
            return Files.exists(path)
                    ? Optional.of(artifacts.put(study, trial.number(), "checkpoint", path))
                    : Optional.empty();
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /** Removes a checkpoint that the trial does not name any more. */
    void drop(ActiveTrial trial, Optional<Trial.Checkpoint> old) {
        var named = trial.trial().checkpoint().map(Trial.Checkpoint::artifact);
        boolean ended = trial.trial().outcome().isPresent();
        old.filter(checkpoint -> !trial.begunFrom(checkpoint))
                .map(Trial.Checkpoint::artifact)
                .filter(artifact -> ended || !named.equals(Optional.of(artifact)))
                .ifPresent(artifact -> artifacts.delete(study, trial.number(), artifact));
    }
}
