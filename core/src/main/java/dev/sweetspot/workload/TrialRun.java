package dev.sweetspot.workload;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.trial.Measurements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a workload holds while it tries one configuration: its orders, and the way to report. */
public interface TrialRun {
    /** The number of the trial. */
    int number();

    /** The values chosen. */
    Configuration configuration();

    /**
     * The value of a parameter: the chosen one where the configuration has it, else one drawn for this trial now
     * (define-by-run). Asking twice gives the same value.
     */
    <T> T suggest(Parameter<T> parameter);

    /** The seed of this trial: a function of the study's seed and the number. */
    long seed();

    /** How many threads it may use: those that the trial began with, also when it is gone on with elsewhere. */
    int threads();

    /**
     * In what to compute: what {@link Workload#numericMode} said when the trial began, also when it is gone on with
     * elsewhere; empty to follow the workload.
     */
    default String numericMode() {
        return "";
    }

    /** The fidelity to reach in this run. */
    double target();

    /** The fidelity from which it goes on: 0 for a fresh start. */
    double from();

    /** The checkpoint to go on from, as a file of this machine; empty for a fresh start. */
    Optional<Path> checkpoint();

    /**
     * The moment, on {@link System#nanoTime}, at which this run has to end; {@link Long#MAX_VALUE} for never. A workload
     * that can stop inside a part looks at it often.
     */
    long deadline();

    /**
     * The moment, on {@link System#nanoTime}, at which the trial has had all the time that it may take and has failed;
     * {@link Long#MAX_VALUE} for never. The thread is interrupted then: a workload need not look at it.
     */
    default long limit() {
        return Long.MAX_VALUE;
    }

    /** Whether somebody wants the run to end: looked at between two reports, for the sake of long parts. */
    boolean stopRequested();

    /** Reports how well it does and asks whether to go on. A workload ends its run as soon as the answer is not GO_ON. */
    default Answer report(double fidelity, Measurements values) {
        return report(fidelity, values, CheckpointWriter.NONE);
    }

    /**
     * Reports, with the means to leave a checkpoint of this very moment. The checkpoint is written, and durable, before
     * the report that names it; whether it is written is the engine's decision, so that quick trials do not spend their
     * time on writing.
     *
     * @param fidelity above that of the report before; a report at or below one that the study already has (the trial
     *     goes on from an older checkpoint) is not recorded a second time
     */
    Answer report(double fidelity, Measurements values, CheckpointWriter checkpoint);

    /**
     * Shows what it is at between two reports to whoever watches now; some times a second are enough. It is kept nowhere, and
     * nothing is decided by it.
     *
     * @param fidelity how far the trial is
     */
    default void glimpse(double fidelity, Measurements values) {}

    /** Writes the state of a trial into a file that does not exist yet. */
    @FunctionalInterface
    interface CheckpointWriter {
        /** This workload cannot be gone on with. */
        CheckpointWriter NONE = path -> {};

        /** Writes it whole; the engine syncs and renames. */
        void write(Path path) throws IOException;
    }

    /** What to do after a report. */
    enum Answer {
        /** Go on. */
        GO_ON,
        /** End here; the engine has what it needs. The trial is stopped or put aside. */
        END
    }
}
