package dev.sweetspot.deep.learning;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Task;
import dev.sweetspot.deep.space.BatchParameters;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.deep.training.sampling.ClassWeights;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Some classes are much rarer than others in what is learnt from.
 *
 * @param rare the class with the fewest items
 * @param common the one with the most
 * @param times how many times as many
 */
record Imbalance(String rare, String common, double times) {
    /**
     * So many times the items of another class. A fifth of two classes: below it, always answering the common class is right
     * for four items in five, and accuracy tells little. Up to it people compare accuracies, as most published figures do.
     */
    private static final double MOST = 4;

    private static final double FEW_TIMES = 10;

    /** Empty where classes are of similar sizes, or none are known. */
    static Optional<Imbalance> of(SplitData split) {
        if (!(split.set().task() instanceof Task.Classification classes)) {
            return Optional.empty();
        }
        var counts = classes.counts(split.parts().training());
        int rare = 0;
        int common = 0;
        for (int i = 1; i < counts.length; i++) {
            rare = counts[i] < counts[rare] ? i : rare;
            common = counts[i] > counts[common] ? i : common;
        }
        double times = counts.length == 0 ? 1 : counts[common] / Math.max(1.0, counts[rare]);
        return times > MOST
                ? Optional.of(new Imbalance(
                        classes.classNames().get(rare), classes.classNames().get(common), times))
                : Optional.empty();
    }

    /** Weights of classes are worth a try where accuracy alone is no aim. */
    Hint hint(String noun) {
        return new Hint(
                BatchParameters.CLASS_WEIGHTS,
                List.of(ClassWeights.NONE.word(), ClassWeights.BALANCED.word()),
                String.format(
                        Locale.ROOT,
                        "Of %s there are %s times as many %s to learn from as of %s: whether rare classes should count more is "
                                + "searched too (class_weights: none or balanced).",
                        Shown.name(common),
                        times < FEW_TIMES
                                ? String.format(Locale.ROOT, "%.1f", times)
                                : Long.toString(Math.round(times)),
                        noun,
                        Shown.name(rare)));
    }
}
