package dev.sweetspot.benchmarks.regret;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far a run was from the best known at each budget: 0 is as good, and more is worse. */
final class Quality {
    /** A run that is this little short of a budget counts as having used it: the last trial was a short one. */
    private static final double NEARLY = 0.97;

    private Quality() {}

    /** The budgets at which a kind of challenge is looked at. */
    static List<Integer> budgets(Challenge.Kind kind) {
        return kind == Challenge.Kind.FIDELITY ? List.of(5, 10, 20, 30) : List.of(25, 50, 100, 200);
    }

    /** By budget, those that the run has reached. */
    static Map<Integer, Double> of(Run run, Challenge.Kind kind, Known known) {
        var found = new TreeMap<Integer, Double>();
        if (run.course() instanceof Run.Spent spent) {
            found.put(run.budget(), missing(spent.front(), known));
            return found;
        }
        for (int budget : budgets(kind)) {
            double distance = run.course() instanceof Run.Trials trials
                    ? ofTrials(trials, budget, kind, known)
                    : ofEpochs((Run.Epochs) run.course(), budget, known);
            if (!Double.isNaN(distance)) {
                found.put(budget, distance);
            }
        }
        return found;
    }

    private static double ofTrials(Run.Trials trials, int budget, Challenge.Kind kind, Known known) {
        if (trials.losses().size() < budget) {
            return Double.NaN;
        }
        var seen = trials.losses().subList(0, budget);
        return kind == Challenge.Kind.SINGLE ? aboveBest(seen, known) : missing(seen, known);
    }

    private static double missing(List<double[]> seen, Known known) {
        return known.front().get(0).length > 1 ? known.missing(seen) : aboveBest(seen, known);
    }

    private static double aboveBest(List<double[]> seen, Known known) {
        double best = seen.stream()
                .mapToDouble(losses -> losses[0])
                .filter(loss -> !Double.isNaN(loss))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return best - known.best();
    }

    private static double ofEpochs(Run.Epochs epochs, int budget, Known known) {
        int most = budget * epochs.most();
        if (epochs.epochs() < NEARLY * most) {
            return Double.NaN;
        }
        double best = Double.NaN;
        for (int i = 0; i < epochs.spent().size() && epochs.spent().get(i) <= most; i++) {
            best = epochs.best().get(i);
        }
        return best - known.best();
    }
}
