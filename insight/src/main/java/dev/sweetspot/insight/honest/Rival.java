package dev.sweetspot.insight.honest;

import dev.sweetspot.trial.Objective;
import java.util.Locale;

/**
 * A configuration that the winner is compared with.
 *
 * @param who "the default", "the runner-up"
 * @param trial the first of its trials
 * @param observed the mean of its values
 * @param better by how much the winner is truly better, in units of the objective: below 0 where it is worse
 * @param probability that it is better at all
 */
public record Rival(String who, int trial, double observed, Estimate better, double probability) {
    private static final double SURE = 0.95;

    /** Whether the winner is surely better: with a probability of at least 95 %. */
    public boolean distinguishable() {
        return probability >= SURE;
    }

    /** As a sentence that people read. */
    public String inWords(Objective objective) {
        var by = String.format(
                Locale.ROOT,
                better.value() < 0
                        ? "%s is worse by %.2g (better by %.2g to %.2g), and better with a probability of %.0f %%"
                        : "%s is better by %.2g (%.2g to %.2g), with a probability of %.0f %%",
                objective.name(),
                Math.abs(better.value()),
                better.low(),
                better.high(),
                100 * Math.min(0.999, probability));
        return distinguishable()
                ? "The winner is better than " + who + " (trial " + trial + "): " + by + "."
                : "The winner cannot be told from " + who + " (trial " + trial + "): " + by + ".";
    }
}
