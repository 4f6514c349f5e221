package dev.sweetspot.insight.honest;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.trial.Objective;
import java.util.Locale;

/**
 * Whether the validation part was asked so often that its answer is no longer worth much: the value by which the winner was
 * chosen, beside its value on a test part that took no part in the choice.
 *
 * @param objective of which
 * @param validation the value by which the winner was chosen
 * @param test its value on the test part
 * @param drop by how much the test value is worse, in units of the objective
 * @param deviations the same in standard errors of the difference
 * @param luckOfBest by how much the best of so many equally good configurations looks better than it is, on as many items
 * @param configurations among which it was chosen
 */
public record Overfitting(
        Objective objective,
        double validation,
        double test,
        double drop,
        double deviations,
        double luckOfBest,
        int configurations) {
    private static final double SURE = 0.05;
    /** Errors of configurations on the same items have much in common: half of a standard error tells them apart. */
    private static final double APART = 0.5;

    /**
     * Compares the two.
     *
     * @param ofValidation the standard error of the validation value, above 0
     * @param ofTest that of the test value, above 0
     */
    public static Overfitting of(
            Objective objective,
            double validation,
            double ofValidation,
            double test,
            double ofTest,
            int configurations) {
        double drop = objective.loss(test) - objective.loss(validation);
        return new Overfitting(
                objective,
                validation,
                test,
                drop,
                drop / Math.hypot(ofValidation, ofTest),
                luckOfBest(ofValidation, configurations),
                configurations);
    }

    /**
     * What the best of N equally good configurations gains by luck, each within {@code error / 2} of the truth that they
     * share: the expected largest of N draws (Blom 1958).
     *
     * @param error the standard error of a value on the items, at least 0
     * @param configurations N, at least 1
     */
    public static double luckOfBest(double error, int configurations) {
        return configurations < 2
                ? 0
                : APART * error * Normal.quantile((configurations - 0.375) / (configurations + 0.25));
    }

    /** Whether the test value is worse by more than the luck of two drawn parts explains: one of 20 is so by chance. */
    public boolean found() {
        return deviations > -Normal.quantile(SURE);
    }

    /** As a sentence that people read. */
    public String inWords() {
        return found()
                ? String.format(
                        Locale.ROOT,
                        "The validation part was overfitted: %s is %.4g there and %.4g on the test part, worse by %.1f standard "
                                + "errors. The best of %d configurations looks better than it is by about %.2g through luck "
                                + "alone.",
                        objective.name(),
                        validation,
                        test,
                        deviations,
                        configurations,
                        luckOfBest)
                : String.format(
                        Locale.ROOT,
                        "%s is %.4g on the validation part and %.4g on the test part: no more apart than chance explains.",
                        objective.name(),
                        validation,
                        test);
    }
}
