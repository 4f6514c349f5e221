package dev.sweetspot.job;

import dev.sweetspot.trial.FoldValues;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How far the difference between two trials of folds may be from the truth. Both were measured on the same folds, so what
 * makes a fold easy or hard is in neither; and the trainings of folds share most of their items, which makes the usual variance
 * too small: s² (1/k + test/training) with test/training = 1/(k - 1) (Nadeau and Bengio 2003, Machine Learning 52, equation
 * 12).
 */
final class FoldDifference {
    /** With fewer, how much folds differ is not known. */
    private static final int LEAST_FOLDS = 3;

    private FoldDifference() {}

    /** Its standard error; empty where too few folds tell of both. */
    static OptionalDouble standardError(Trial one, Trial other, Objective objective) {
        var first = FoldValues.of(one.curve(), objective.name());
        var second = FoldValues.of(other.curve(), objective.name());
        var differences = IntStream.range(0, Math.min(first.length, second.length))
                .mapToDouble(fold -> first[fold] - second[fold])
                .filter(Double::isFinite)
                .toArray();
        int folds = differences.length;
        if (folds < LEAST_FOLDS) {
            return OptionalDouble.empty();
        }
        double mean = Arrays.stream(differences).average().orElseThrow();
        double variance = Arrays.stream(differences)
                        .map(difference -> (difference - mean) * (difference - mean))
                        .sum()
                / (folds - 1);
        return OptionalDouble.of(Math.sqrt(variance * (1.0 / folds + 1.0 / (folds - 1))));
    }
}
