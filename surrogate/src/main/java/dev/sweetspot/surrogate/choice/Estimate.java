package dev.sweetspot.surrogate.choice;

import dev.sweetspot.choice.Runs;

/**
 * What is believed of the true loss of a configuration, on the scale of the study.
 *
 * @param mean of the losses that it gave
 * @param expected its true loss, as far as that can be told
 * @param variance of the doubt about it
 */
record Estimate(Runs runs, double mean, double expected, double variance) {
    private static final double DEVIATIONS = 1.96;

    /**
     * By what it is ranked, the lowest first: what is expected, but of a configuration that was never trained to the end
     * the worse end of that. A promise does not beat a result that is as good.
     */
    double rank() {
        return runs.whole().isEmpty() ? expected + DEVIATIONS * Math.sqrt(variance) : expected;
    }

    /**
     * The estimate from what the neighbours say and what its own runs gave: both weighted by how sure they are.
     *
     * @param ofOwn the variance of the mean of its runs; 0 when it is certain
     */
    static Estimate of(Runs runs, double mean, double ofOwn, double neighbours, double ofNeighbours) {
        if (ofOwn <= 0) {
            return new Estimate(runs, mean, mean, 0);
        }
        double share = ofNeighbours / (ofNeighbours + ofOwn);
        return new Estimate(runs, mean, neighbours + share * (mean - neighbours), share * ofOwn);
    }

    /** The doubt that is left once the repeats that run now have ended. */
    double variance(double noise) {
        return runs.open() == 0 || variance == 0 ? variance : 1 / (1 / variance + runs.open() / noise);
    }
}
