package dev.sweetspot.schedulers;

import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The fidelities at which trials are compared: a whole trial, and the same divided by a factor again and again, down to
 * the least fidelity. Where both ends of the range are whole numbers (epochs, folds) all rungs are.
 *
 * @param levels growing; the last one is a whole trial
 */
record Rungs(List<Double> levels) {
    private static final double TINY = 1e-9;

    /** Keeps a copy. */
    Rungs {
        levels = List.copyOf(levels);
    }

    /** @param factor above 1 */
    static Rungs of(Fidelity fidelity, double factor) {
        boolean whole =
                fidelity.least() == Math.rint(fidelity.least()) && fidelity.most() == Math.rint(fidelity.most());
        var levels = new ArrayList<Double>();
        levels.add(fidelity.most());
        for (double level = fidelity.most() / factor; level > fidelity.least() * (1 - TINY); level /= factor) {
            double rounded = whole ? Math.rint(level) : level;
            if (rounded < levels.get(levels.size() - 1)) {
                levels.add(Math.max(rounded, fidelity.least()));
            }
        }
        Collections.reverse(levels);
        return new Rungs(levels);
    }

    int count() {
        return levels.size();
    }

    double level(int rung) {
        return levels.get(rung);
    }

    /** The trials that stand in a round or on a rung in their own right: repeats of others do not. */
    static List<Trial> begun(History history) {
        return history.repeats().findAny().isEmpty()
                ? history.trials()
                : history.trials().stream()
                        .filter(trial -> trial.repeats().isEmpty())
                        .toList();
    }

    /** Whether a curve came as far as a fidelity; sums of parts may miss it by a rounding error. */
    static boolean reaches(Curve curve, double fidelity) {
        return curve.reached() >= fidelity * (1 - TINY);
    }
}
