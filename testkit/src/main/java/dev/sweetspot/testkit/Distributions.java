package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Assertions on random numbers that fail by chance as rarely as they say. */
public final class Distributions {
    private Distributions() {}

    /**
     * A sample of independent numbers follows a continuous distribution (Kolmogorov 1933; the bound is that of Dvoretzky,
     * Kiefer and Wolfowitz with the constant of Massart 1990, valid for every sample size).
     *
     * @param cumulative the distribution function
     * @param error how often a right sample may fail: 1e-6 for a test that runs every day
     */
    public static void assertFollows(double[] sample, DoubleUnaryOperator cumulative, double error) {
        var sorted = sample.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double expected = cumulative.applyAsDouble(sorted[i]);
            distance = Math.max(distance, expected - (double) i / sorted.length);
            distance = Math.max(distance, (i + 1.0) / sorted.length - expected);
        }
        assertThat(distance)
                .as("the distance of %s numbers from their distribution", sorted.length)
                .isLessThanOrEqualTo(Math.sqrt(Math.log(2 / error) / (2.0 * sorted.length)));
    }

    /**
     * Counts follow their probabilities: each is within the bound of Hoeffding (1963), shared among all of them.
     *
     * @param probabilities as many, with the sum 1
     * @param error as in {@link #assertFollows}
     */
    public static void assertCounts(long[] counts, double[] probabilities, double error) {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        double bound = Math.sqrt(Math.log(2 * counts.length / error) / (2.0 * all));
        for (int i = 0; i < counts.length; i++) {
            assertThat(Math.abs((double) counts[i] / all - probabilities[i]))
                    .as("share of kind %s: %s of %s", i, counts[i], all)
                    .isLessThanOrEqualTo(bound);
        }
    }
}
