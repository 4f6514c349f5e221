package dev.sweetspot.server.asktell;

import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a message about a trial that is not open any more says only what has been said: whoever did not hear the answer says
 * it once more.
 */
final class Repeated {
    private Repeated() {}

    /** Whether a report is the one that ended the trial or put it aside, or one before it. */
    static boolean report(Trial trial, Measurements values, double at, Study study) {
        if (trial.state() instanceof TrialState.Running) {
            return false;
        }
        var refuted = study.refuted(values, at);
        return refuted.isPresent()
                ? trial.outcome().equals(refuted)
                : at <= trial.curve().reached();
    }

    /**
     * Whether a trial has ended so, or was put aside so.
     *
     * @param ending read only where the trial is at rest
     */
    static boolean told(Trial trial, Supplier<Ending> ending, Study study) {
        if (trial.state() instanceof TrialState.Running) {
            return false;
        }
        var said = ending.get();
        if (said instanceof Ending.Told told) {
            return trial.outcome()
                    .map(outcome -> outcome.equals(study.counted(told.values())) || same(outcome, told.values()))
                    .orElseGet(() -> last(trial).filter(told.values()::equals).isPresent());
        }
        if (said instanceof Ending.Ended ended) {
            return trial.outcome().equals(Optional.of(ended.outcome()));
        }
        return said instanceof Ending.Aside aside
                && trial.state() instanceof TrialState.Paused paused
                && paused.reason().equals(aside.reason());
    }

    /** Where the scheduler stopped it at what was told. */
    private static boolean same(Outcome outcome, Measurements values) {
        return outcome instanceof Outcome.StoppedEarly stopped
                && stopped.values().equals(values);
    }

    /** What a trial that was told before its time was told with. */
    private static Optional<Measurements> last(Trial trial) {
        int reports = trial.curve().size();
        return reports == 0 ? Optional.empty() : Optional.of(trial.curve().at(reports - 1));
    }
}
