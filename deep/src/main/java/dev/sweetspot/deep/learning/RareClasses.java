package dev.sweetspot.deep.learning;

import dev.sweetspot.data.Imbalance;
import dev.sweetspot.data.Shown;
import dev.sweetspot.deep.space.BatchParameters;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.deep.training.sampling.ClassWeights;
import java.util.List;
import java.util.Locale;

/** What rare classes say of defaults. */
final class RareClasses {
    private static final double FEW_TIMES = 10;

    private RareClasses() {}

    /** Weights of classes are worth a try where accuracy alone is no aim. */
    static Hint hint(Imbalance found, String noun) {
        var times = found.times() < FEW_TIMES
                ? String.format(Locale.ROOT, "%.1f", found.times())
                : Long.toString(Math.round(found.times()));
        return new Hint(
                BatchParameters.CLASS_WEIGHTS,
                List.of(ClassWeights.NONE.word(), ClassWeights.BALANCED.word()),
                "Of " + Shown.name(found.common()) + " there are " + times + " times as many " + noun
                        + " to learn from as of " + Shown.name(found.rare())
                        + ": whether rare classes should count more is searched too (class_weights: none or balanced).");
    }
}
