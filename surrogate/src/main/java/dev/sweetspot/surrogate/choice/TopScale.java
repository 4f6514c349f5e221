package dev.sweetspot.surrogate.choice;

import java.util.Arrays;

/**
 * Losses in widths between the best and the median, 0 for the median; straight up to there and a little beyond, then
 * logarithmic, so that trials that went astray do not hide what is to be told among the best.
 *
 * @param middle the median loss
 * @param width from the best to the median; above 0
 */
public record TopScale(double middle, double width) {
    private static final double STRAIGHT = 0.5;

    /** The scale for finite losses, at least one. */
    public static TopScale of(double[] losses) {
        var sorted = losses.clone();
        Arrays.sort(sorted);
        double middle = sorted[sorted.length / 2];
        double width = middle - sorted[0];
        double all = sorted[sorted.length - 1] - sorted[0];
        return new TopScale(middle, width > 0 && Double.isFinite(width) ? width : all > 0 ? all : 1);
    }

    /** A loss on the scale. */
    public double scaled(double loss) {
        double x = (loss - middle) / width;
        return x <= STRAIGHT ? x : STRAIGHT + Math.log1p(x - STRAIGHT);
    }

    /** The loss at a place of the scale. */
    public double loss(double scaled) {
        double x = scaled <= STRAIGHT ? scaled : STRAIGHT + Math.expm1(scaled - STRAIGHT);
        return middle + width * x;
    }
}
