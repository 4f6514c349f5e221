package dev.sweetspot.surrogate.density;

import dev.sweetspot.surrogate.Column;

/**
 * How wide the kernels of a {@link ParzenEstimator} are: the rule of Scott (1992, <i>Multivariate Density Estimation</i>,
 * section 6.3.2), {@code width n^(-1/(d+4))}, with a fixed width in the place of the points' standard deviation. The unit
 * interval is the scale: few good points that lie together by chance do not make the kernels narrow.
 *
 * @param width the standard deviation of a kernel when there is one point, above 0 up to 1: a share of the range
 */
public record Bandwidth(double width) {
    private static final double LEAST = 0.01;

    /** Checks the range. */
    public Bandwidth {
        if (!(width > 0 && width <= 1)) {
            throw new IllegalArgumentException("width = " + width + ": must be above 0 and at most 1");
        }
    }

    /**
     * The standard deviation of the kernels on a column of numbers: at least a hundredth, and at least half of a bin.
     *
     * @param points how many points have the column, at least 1
     * @param dimensions how many columns a point has on average, at least 1
     */
    double ofNumbers(Column column, int points, double dimensions) {
        double scott = width * StrictMath.pow(points, -1 / (dimensions + 4));
        double least = column.count() > 0 ? Math.max(LEAST, 0.5 / column.count()) : LEAST;
        return Math.min(1, Math.max(least, scott));
    }

    /**
     * The share of a kernel on a column of categories that is spread over all of them: as much as one further point that
     * has all categories at once would give.
     *
     * @param values how many categories
     * @param points how many points have the column, at least 1
     */
    double ofCategories(int values, int points) {
        return values / ((double) points + values);
    }
}
