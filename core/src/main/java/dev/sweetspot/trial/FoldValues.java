package dev.sweetspot.trial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the trials of a study by folds ({@link Fidelity#ofFolds}) say of single folds. The report at step k of such a trial
 * holds, under a metric's own name, the mean of its folds until then; fold n is the same for every trial, so the values of two
 * trials on one fold are a pair.
 */
public final class FoldValues {
    private static final String PREFIX = "fold_";
    private static final double SAME = 1e-9;

    private FoldValues() {}

    /** The name under which a report holds a metric of its own fold alone. */
    public static String nameOf(String metric) {
        return PREFIX + metric;
    }

    /**
     * The values of a metric on each fold, the first one first: as they were reported, else what one mean says more than the
     * mean before it. NaN for a fold that neither tells of.
     */
    public static double[] of(Curve curve, String metric) {
        var values = new double[Math.max(0, (int) Math.round(curve.reached()))];
        Arrays.fill(values, Double.NaN);
        double before = 0;
        for (int i = 0; i < curve.size(); i++) {
            int fold = (int) Math.round(curve.fidelity(i));
            if (fold < 1 || Math.abs(fold - curve.fidelity(i)) > SAME) {
                continue;
            }
            double own = curve.value(nameOf(metric), i);
            double mean = curve.value(metric, i);
            boolean next = i == 0 ? fold == 1 : Math.abs(curve.fidelity(i - 1) - (fold - 1)) <= SAME;
            values[fold - 1] = !Double.isNaN(own) || !next ? own : fold * mean - (fold - 1) * before;
            before = mean;
        }
        return values;
    }

    /**
     * Those trials whose values may be compared: of a study by folds the ones that came furthest, because a mean over a few
     * easy folds says little beside one over all; of any other study all of them.
     */
    public static List<Trial> comparable(Fidelity fidelity, List<Trial> trials) {
        if (!fidelity.ofFolds()) {
            return trials;
        }
        double most = trials.stream()
                .map(trial -> folds(trial, fidelity))
                .max(Comparator.naturalOrder())
                .orElse(0.0);
        return trials.stream()
                .filter(trial -> folds(trial, fidelity) >= most - SAME)
                .toList();
    }

    private static double folds(Trial trial, Fidelity fidelity) {
        return trial.completed() ? fidelity.most() : trial.curve().reached();
    }
}
