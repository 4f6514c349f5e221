package dev.sweetspot.testkit;

import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.List;

/** Studies to be compared: everything of each trial that is not the machine's, a line a trial, numbers to the last bit. */
public final class TrialLines {
    private TrialLines() {}

    /**
     * The lines of all trials, in the order of their numbers: configuration, who proposed it by which history and seed, every
     * report, how it ended. Neither times nor workers, and where it was interrupted leaves no trace either.
     */
    public static List<String> of(History history) {
        return history.trials().stream().map(TrialLines::line).toList();
    }

    private static String line(Trial trial) {
        var curve = new ArrayList<String>();
        for (int i = 0; i < trial.curve().size(); i++) {
            curve.add(trial.curve().fidelity(i) + ":" + trial.curve().at(i).values());
        }
        var state = trial.state() instanceof TrialState.Paused paused
                ? "aside at " + paused.fidelity()
                : trial.outcome().map(Object::toString).orElse("runs");
        return trial.number() + " " + trial.configuration() + " " + trial.start() + " "
                + trial.origin().sampler() + " " + trial.origin().seed() + " "
                + trial.origin().historyVersion() + " " + curve + " " + state;
    }
}
