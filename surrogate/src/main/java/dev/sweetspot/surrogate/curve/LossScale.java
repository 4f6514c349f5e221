package dev.sweetspot.surrogate.curve;

import java.util.Arrays;

/**
 * Losses on a scale that is fine near the best and coarse far from it, and the same for every unit: the distance from the
 * best, in widths between the best and the median, through the inverse hyperbolic sine. Straight for a third of a width,
 * then logarithmic, so that trials that went astray do not drown the others. Shifting or stretching all losses changes
 * nothing.
 *
 * @param best the best loss of all
 * @param width a third of the way to the median; above 0
 */
public record LossScale(double best, double width) {
    private static final double STRAIGHT = 0.3;

    /** The scale for some losses; not finite ones do not count. */
    public static LossScale of(double[] losses) {
        var sorted = Arrays.stream(losses).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new LossScale(0, 1);
        }
        double width = STRAIGHT * (sorted[sorted.length / 2] - sorted[0]);
        double spread = sorted[sorted.length - 1] - sorted[0];
        return new LossScale(sorted[0], width > 0 && Double.isFinite(width) ? width : spread > 0 ? spread : 1);
    }

    /** A loss on this scale; 0 for the best, larger is worse. */
    public double scaled(double loss) {
        double x = (loss - best) / width;
        double size = Math.abs(x);
        double inverse = Math.log(size + Math.sqrt(size * size + 1));
        return x < 0 ? -inverse : inverse;
    }

    /** The loss at a place of this scale. */
    public double loss(double scaled) {
        return best + width * Math.sinh(scaled);
    }
}
