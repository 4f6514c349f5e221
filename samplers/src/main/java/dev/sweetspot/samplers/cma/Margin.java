package dev.sweetspot.samplers.cma;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.surrogate.Column;

/**
 * Keeps alive the chance that a coordinate with counted values leaves the value that the mean stands on (Hamano, Saito,
 * Nomura and Shirakawa 2022, "CMA-ES with margin", GECCO, section 4): without it, steps shrink below the width of a bin and
 * the value is never left again.
 */
final class Margin {
    private Margin() {}

    /**
     * Moves the mean and widens the deviation of one coordinate.
     *
     * @param alpha the probability of leaving that is kept at the least, above 0 and below 1/2
     */
    static void keep(Gaussian gaussian, int k, Column bins, double alpha) {
        double mean = gaussian.mean[k];
        int own = bins.index(mean);
        boolean lowest = own == 0;
        boolean highest = own == bins.count() - 1;
        double deviation = gaussian.deviation(k);
        if (lowest || highest) {
            double edge = lowest ? bins.high(own) : bins.low(own);
            double most = Normal.quantile(1 - alpha) * deviation;
            gaussian.mean[k] = edge + Math.copySign(Math.min(Math.abs(mean - edge), most), lowest ? -1 : 1);
            return;
        }
        double low = bins.low(own);
        double high = bins.high(own);
        double below = Normal.probability((low - mean) / deviation);
        double above = Normal.probability((mean - high) / deviation);
        double inside = Math.max(0, 1 - below - above);
        double atLeastBelow = Math.max(alpha / 2, below);
        double atLeastAbove = Math.max(alpha / 2, above);
        double excess = 1 - atLeastBelow - atLeastAbove - inside;
        double scale = excess / (atLeastBelow + atLeastAbove + inside - 1.5 * alpha);
        double newBelow = atLeastBelow + scale * (atLeastBelow - alpha / 2);
        double newAbove = atLeastAbove + scale * (atLeastAbove - alpha / 2);
        double toLow = Normal.quantile(1 - newBelow);
        double toHigh = Normal.quantile(1 - newAbove);
        if (!(toLow + toHigh > 0)) {
            return;
        }
        double wanted = (high - low) / (toLow + toHigh);
        gaussian.mean[k] = (low * toHigh + high * toLow) / (toLow + toHigh);
        gaussian.widening[k] *= wanted / deviation;
    }
}
