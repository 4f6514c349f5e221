package dev.sweetspot.trackers;

import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.time.Instant;
import java.util.Optional;

/**
 * The study that a tracker is told of.
 *
 * @param space what can be chosen, as it is now
 * @param history what happened until now
 * @param createdAt when it was made
 */
public record Tracked(StudySpec spec, SearchSpace space, History history, Instant createdAt) {
    /** Whether trials ask for their parameters as they run, so that they are known at their end. */
    public boolean defineByRun() {
        return spec.space().parameters().isEmpty();
    }

    /** The best trial; empty where none has a value yet. */
    public Optional<Trial> best() {
        return history.best(spec.problem());
    }

    /**
     * The step of a report, for programs that count them in whole numbers: the epoch or the fold, where that is what trials
     * are made of; else how many reports the trial had made with it.
     *
     * @param number of the report in its trial, from 1
     */
    public long step(double fidelity, int number) {
        return counted(spec.fidelity()) ? Math.round(fidelity) : number;
    }

    private static boolean counted(Fidelity fidelity) {
        return fidelity.most() > 1
                && fidelity.least() == Math.rint(fidelity.least())
                && fidelity.most() == Math.rint(fidelity.most());
    }
}
