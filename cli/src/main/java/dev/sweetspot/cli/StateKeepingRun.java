package dev.sweetspot.cli;

import dev.sweetspot.trial.Measurements;
import dev.sweetspot.workload.ForwardingRun;
import dev.sweetspot.workload.TrialRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A run that may begin from a state that is no checkpoint of its own, and leaves its latest one where it is told to. */
final class StateKeepingRun extends ForwardingRun {
    /** Of a training that ends before its time, at most so much is lost. */
    private static final long EVERY_NANOS = 1_000_000_000L;

    private final Optional<Path> from;
    private final Optional<Path> leaves;
    private long last = System.nanoTime();

    /**
     * @param from what it begins from where it has no checkpoint of its own
     * @param leaves where its state goes; empty for nowhere
     */
    StateKeepingRun(TrialRun run, Optional<Path> from, Optional<Path> leaves) {
        super(run);
        this.from = from;
        this.leaves = leaves;
    }

    @Override
    public Optional<Path> checkpoint() {
        return run().checkpoint().or(() -> from);
    }

    @Override
    public Answer report(double fidelity, Measurements values, CheckpointWriter checkpoint) {
        var answer = run().report(fidelity, values, checkpoint);
        boolean ends = fidelity >= target() - 1e-9 || answer == Answer.END;
        if (leaves.isPresent() && (ends || System.nanoTime() - last >= EVERY_NANOS)) {
            keep(leaves.get(), checkpoint);
            last = System.nanoTime();
        }
        return answer;
    }

    private static void keep(Path place, CheckpointWriter checkpoint) {
        try {
            Files.createDirectories(place.toAbsolutePath().getParent());
            var near = place.resolveSibling(place.getFileName() + ".new");
            checkpoint.write(near);
            if (Files.exists(near)) {
                Files.move(near, place, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    place + ": the state of the training could not be kept. Maybe the disk is full?", e);
        }
    }
}
