package dev.sweetspot.workload;

import dev.sweetspot.form.Form;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A named, serialisable thing that can be tried anywhere: a training, a command, a classical model.
 *
 * <p>It is safe to try several configurations at once, each in a thread of its own.
 */
public interface Workload {
    /** The name under which a {@link WorkloadProvider} makes it from its settings again. */
    String name();

    /** All that another process needs to make the same workload: data by address and hash, fixed values. */
    Form.MapForm settings();

    /** What can be chosen. */
    SearchSpace space();

    /** What is measured: at least one; the first is the one to steer by. */
    List<Objective> objectives();

    /** Limits beside those of the study, such as the memory that this machine has; may be empty. */
    default List<Constraint> constraints() {
        return List.of();
    }

    /**
     * What a configuration will measure for a constraint that is known before: parameter count, memory, latency.
     *
     * @param constraint one of {@link #constraints}, or one that a study adds, by its name
     * @return empty when this workload cannot tell
     */
    default OptionalDouble predict(String constraint, Configuration configuration) {
        return OptionalDouble.empty();
    }

    /**
     * In what it computes, in its own words: the precision of its numbers, for example. Last bits depend on it, and it
     * may have been chosen for this machine, so a study keeps it with each trial.
     *
     * @return empty when there is only one
     */
    default String numericMode() {
        return "";
    }

    /** How much of a trial can be run. */
    default Fidelity fidelity() {
        return Fidelity.WHOLE;
    }

    /**
     * Gets ready what the calling thread needs to try something, a process for example: it is no part of the time that a
     * trial takes. Called before each {@link #run}.
     *
     * @throws RuntimeException when nothing can be tried here: whoever runs the study ends, and the trial is put aside
     */
    default void prepare() throws InterruptedException {}

    /**
     * Tries one configuration: reports as it goes, obeys the answer to each report, and returns the final values. What is
     * returned after the answer END is not looked at; a run that has seen {@link TrialRun#stopRequested} and returns short
     * of its target counts as put aside.
     *
     * @return at the least one value for each objective
     * @throws TrialFailure when there is a reason that a person should read; any other exception counts as an error
     * @throws InterruptedException when the thread was interrupted: the trial is put aside, not failed
     */
    Measurements run(TrialRun run) throws TrialFailure, InterruptedException;
}
