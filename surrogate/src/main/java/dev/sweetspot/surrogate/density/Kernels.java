package dev.sweetspot.surrogate.density;

import dev.sweetspot.surrogate.Column;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The kernels of all points on one column.
 *
 * @see ParzenEstimator
 */
final class Kernels {
    private static final double LOG_ROOT_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    /** The density of a bin up to this many standard deviations wide is that of its middle: 1 % off at the most. */
    private static final double NARROW = 0.5;

    /** The mass of a bin far out in a tail is not less: beyond, the prior is all that counts, and the table ends. */
    private static final double LEAST_MASS = 1e-11;

    /** So many values at most are looked up by their number, so that their density is computed once for all points. */
    private static final int LISTED = 64;

    private final Column column;
    private final boolean everywhere;
    private final int[] owners;
    private final double[] centres;
    private final double width;
    private final double[] inside;
    private final double[] logInside;
    private final double logConstant;
    private final int @Nullable [] codes;

    /** Of the points that have the column. */
    Kernels(Column column, int index, double[][] points, double dimensions, Bandwidth bandwidth) {
        this.column = column;
        int count = 0;
        for (var point : points) {
            count += Double.isNaN(point[index]) ? 0 : 1;
        }
        this.everywhere = count == points.length;
        this.owners = new int[count];
        this.centres = new double[count];
        int next = 0;
        for (int i = 0; i < points.length; i++) {
            if (!Double.isNaN(points[i][index])) {
                owners[next] = i;
                centres[next++] = points[i][index];
            }
        }
        boolean categories = column instanceof Column.Categories;
        boolean listed = categories || (column.count() > 0 && column.count() <= LISTED);
        this.codes = listed ? codes(column, centres) : null;
        if (count == 0) {
            this.width = 1;
        } else if (categories) {
            this.width = bandwidth.ofCategories(column.count(), count);
        } else {
            this.width = bandwidth.ofNumbers(column, count, Math.max(1, dimensions));
        }
        this.inside = listed ? new double[0] : inside(centres, width);
        this.logInside = listed || everywhere ? new double[0] : logarithms(inside);
        this.logConstant = listed ? 0 : -LOG_ROOT_TWO_PI - StrictMath.log(width);
    }

    private static int[] codes(Column column, double[] centres) {
        var codes = new int[centres.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = column.index(centres[i]);
        }
        return codes;
    }

    private static double[] inside(double[] centres, double width) {
        var result = new double[centres.length];
        for (int i = 0; i < centres.length; i++) {
            result[i] = inside(centres[i], width);
        }
        return result;
    }

    /** The mass of a kernel within the unit interval. */
    private static double inside(double centre, double width) {
        return NormalTable.probability((1 - centre) / width) - NormalTable.probability(-centre / width);
    }

    private static double[] logarithms(double[] values) {
        var result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = StrictMath.log(values[i]);
        }
        return result;
    }

    /**
     * The masses of the kernels within the unit interval, one a point, where they are left to the caller: for columns that
     * every point has, so that one logarithm of their product serves all of them.
     */
    Optional<double[]> factoredOut() {
        return everywhere && inside.length > 0 ? Optional.of(inside) : Optional.empty();
    }

    /** How many points have the column. */
    int size() {
        return owners.length;
    }

    /** The standard deviation of the kernels of numbers; the share of a category's kernel that is spread over all. */
    double width() {
        return width;
    }

    /**
     * Adds the logarithm of each kernel's density at a coordinate, relative to the prior's, to the sum of its point, but
     * for what is {@link #factoredOut}.
     */
    void add(double at, double[] sums) {
        var known = codes;
        if (known != null) {
            var table = column instanceof Column.Categories ? ofCategory(column.index(at)) : ofBin(column.index(at));
            for (int i = 0; i < owners.length; i++) {
                sums[owners[i]] += table[known[i]];
            }
            return;
        }
        int bin = column.count() > 0 ? column.index(at) : 0;
        if (column.count() > 0 && column.high(bin) - column.low(bin) > NARROW * width) {
            for (int i = 0; i < owners.length; i++) {
                sums[owners[i]] += logMean(centres[i], column.low(bin), column.high(bin));
            }
        } else {
            addMiddle(at, sums);
        }
        for (int i = 0; i < logInside.length; i++) {
            sums[owners[i]] -= logInside[i];
        }
    }

    private void addMiddle(double at, double[] sums) {
        double factor = -0.5 / (width * width);
        if (everywhere) {
            for (int i = 0; i < sums.length; i++) {
                double distance = at - centres[i];
                sums[i] += factor * distance * distance + logConstant;
            }
        } else {
            for (int i = 0; i < owners.length; i++) {
                double distance = at - centres[i];
                sums[owners[i]] += factor * distance * distance + logConstant;
            }
        }
    }

    private double[] ofCategory(int at) {
        var table = new double[column.count()];
        java.util.Arrays.fill(table, StrictMath.log(width));
        table[at] = StrictMath.log(width + column.count() * (1 - width));
        return table;
    }

    /** The densities at a bin of the kernels with their centre in the middle of each bin. */
    private double[] ofBin(int at) {
        var table = new double[column.count()];
        double low = column.low(at);
        double high = column.high(at);
        for (int i = 0; i < table.length; i++) {
            double centre = (column.low(i) + column.high(i)) / 2;
            table[i] = logMean(centre, low, high) - StrictMath.log(inside(centre, width));
        }
        return table;
    }

    /** The logarithm of the mean density of a normal kernel over a bin, before it is cut off at 0 and 1. */
    private double logMean(double centre, double low, double high) {
        double mass =
                NormalTable.probability((high - centre) / width) - NormalTable.probability((low - centre) / width);
        return StrictMath.log(Math.max(mass, LEAST_MASS) / (high - low));
    }

    /** A coordinate drawn from the kernel with that centre. */
    double draw(double centre, RandomGenerator random) {
        if (column instanceof Column.Categories) {
            return random.nextDouble() < width ? random.nextDouble() : centre;
        }
        double drawn;
        do {
            drawn = centre + width * random.nextGaussian();
        } while (!(drawn >= 0 && drawn <= 1));
        return drawn;
    }
}
