package dev.sweetspot.data.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The squared Frechet distance between two sets of features, each taken for normal (Dowson and Landau 1982; of images Heusel et
 * al. 2017, equation 6): {@code |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2))}, with m the means and C the covariances of the
 * sets. The last trace is that of the root of {@code R C2 R} with R the symmetric root of C1, which has the same
 * eigenvalues and stays symmetric.
 */
public final class Frechet {
    private static final int BLOCKS = 10;
    private static final double T_9 = 2.262157162740992;

    private Frechet() {}

    /**
     * The distance.
     *
     * @param a a row an item, all of one length, at least one
     * @param b likewise, rows as long as those of a
     * @return at least 0
     */
    public static double distance(float[][] a, float[][] b) {
        var origin = origin(b);
        return distance(Moments.of(a, 0, a.length, origin), Moments.of(b, 0, b.length, origin));
    }

    /**
     * With its 95 % interval by the jackknife: how much the distance changes when a tenth of the rows of one set is left out
     * says how much it would change with other rows (Efron and Stein 1981). Rough for few rows, of which the distance
     * itself is too large too.
     */
    static Estimate estimate(float[][] a, float[][] b) {
        var origin = origin(b);
        var first = Moments.blocks(a, Math.min(BLOCKS, a.length), origin);
        var second = Moments.blocks(b, Math.min(BLOCKS, b.length), origin);
        var wholeFirst = Moments.together(first);
        var wholeSecond = Moments.together(second);
        double distance = distance(wholeFirst, wholeSecond);
        double variance = spread(first, wholeFirst, wholeSecond) + spread(second, wholeSecond, wholeFirst);
        double half = T_9 * Math.sqrt(variance);
        return new Estimate(distance, new Interval(Math.max(0, distance - half), distance + half));
    }

    /** A distance and how sure it is. */
    record Estimate(double distance, Interval interval) {}

    /** The variance that the rows of one set bring. */
    private static double spread(List<Moments> blocks, Moments whole, Moments other) {
        int k = blocks.size();
        if (k < 2 || whole.count() < 3) {
            return 0;
        }
        var root = SymmetricEigen.of(other.covariance()).root();
        var without = blocks.stream()
                .mapToDouble(block -> distance(other, root, whole.plus(block, -1)))
                .toArray();
        double mean = Interval.mean(without);
        return Arrays.stream(without).map(each -> (each - mean) * (each - mean)).sum() * (k - 1) / k;
    }

    private static double[] origin(float[][] rows) {
        return IntStream.range(0, rows[0].length).mapToDouble(i -> rows[0][i]).toArray();
    }

    private static double distance(Moments a, Moments b) {
        return distance(a, SymmetricEigen.of(a.covariance()).root(), b);
    }

    /** @param root of the covariance of a */
    private static double distance(Moments a, double[][] root, Moments b) {
        int size = root.length;
        var first = a.covariance();
        var second = b.covariance();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double difference = a.mean(i) - b.mean(i);
            sum += difference * difference + first[i][i] + second[i][i];
        }
        var between = product(product(root, second), root);
        symmetrize(between);
        return Math.max(0, sum - 2 * SymmetricEigen.of(between).sumOfRoots());
    }

    private static double[][] product(double[][] a, double[][] b) {
        int size = a.length;
        var result = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                double factor = a[i][k];
                for (int j = 0; j < size; j++) {
                    result[i][j] += factor * b[k][j];
                }
            }
        }
        return result;
    }

    private static void symmetrize(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (matrix[i][j] + matrix[j][i]) / 2;
                matrix[i][j] = mean;
                matrix[j][i] = mean;
            }
        }
    }
}
