package dev.sweetspot.space;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether linear relations over boxed real numbers can hold together: phase 1 of the simplex method on a dense tableau,
 * with the smallest-index rule that never cycles (Bland 1977, Mathematics of Operations Research 2). Every number is
 * measured from the low end of its range in widths of it, and every row by its largest factor, so that one tolerance
 * suits learning rates and layer widths alike.
 */
final class Simplex {
    private static final double PIVOT = 1e-11;
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_PIVOTS = 20_000;

    private final double[][] rows;
    private final int[] basis;
    private final int columns;

    /** {@code sum of factors[i] * x[i] (comparison) bound}. */
    static final class Row {
        private final double[] factors;
        private final Relation.Comparison comparison;
        private final double bound;

        Row(double[] factors, Relation.Comparison comparison, double bound) {
            this.factors = factors;
            this.comparison = comparison;
            this.bound = bound;
        }
    }

    /** The answer: a point, none, or too many pivots. */
    enum Answer {
        POINT,
        NONE,
        UNDECIDED
    }

    /** @param point in the units given; empty unless the answer is a point */
    record Solution(Answer answer, Optional<double[]> point) {}

    private Simplex(double[][] rows, int[] basis, int columns) {
        this.rows = rows;
        this.basis = basis;
        this.columns = columns;
    }

    /** A point inside the box that keeps all rows. */
    static Solution solve(List<Row> relations, double[] low, double[] high) {
        int n = low.length;
        for (int i = 0; i < n; i++) {
            if (low[i] > high[i]) {
                return new Solution(Answer.NONE, Optional.empty());
            }
        }
        int m = relations.size();
        int slacks = m + n;
        int columns = n + slacks + m;
        var rows = new double[m + n][columns + 1];
        var basis = new int[m + n];
        for (int r = 0; r < m; r++) {
            if (!fill(rows[r], relations.get(r), low, high, n + r, n + slacks + r)) {
                return new Solution(Answer.NONE, Optional.empty());
            }
            basis[r] = n + slacks + r;
        }
        for (int i = 0; i < n; i++) {
            rows[m + i][i] = 1;
            rows[m + i][n + m + i] = 1;
            rows[m + i][columns] = 1;
            basis[m + i] = n + m + i;
        }
        var simplex = new Simplex(rows, basis, columns);
        return simplex.minimise(n + slacks, low, high);
    }

    /** One row in units of the box; false when it has no factor left and cannot hold. */
    private static boolean fill(double[] row, Row relation, double[] low, double[] high, int slack, int artificial) {
        double right = relation.bound;
        double size = Math.abs(right);
        double largest = 0;
        for (int i = 0; i < low.length; i++) {
            row[i] = relation.factors[i] * (high[i] - low[i]);
            right -= relation.factors[i] * low[i];
            size += Math.abs(relation.factors[i]) * Math.max(Math.abs(low[i]), Math.abs(high[i]));
            largest = Math.max(largest, Math.abs(row[i]));
        }
        // What Relations forgives as rounding is forgiven here too, so that nothing it accepts is called empty.
        double slackSize = TOLERANCE * size;
        double side = relation.comparison == Relation.Comparison.AT_LEAST ? -1 : 1;
        boolean equality = relation.comparison == Relation.Comparison.EQUAL;
        if (largest == 0) {
            return equality ? Math.abs(right) <= slackSize : side * right >= -slackSize;
        }
        right += equality ? 0 : side * 0.5 * slackSize;
        double factor = side / largest;
        double sign = factor * right < 0 ? -1 : 1;
        for (int i = 0; i < low.length; i++) {
            row[i] *= factor * sign;
        }
        row[slack] = equality ? 0 : sign;
        row[artificial] = 1;
        row[row.length - 1] = factor * right * sign;
        return true;
    }

    private Solution minimise(int firstArtificial, double[] low, double[] high) {
        var cost = new double[columns + 1];
        for (int r = 0; r < rows.length; r++) {
            if (basis[r] >= firstArtificial) {
                for (int c = 0; c <= columns; c++) {
                    cost[c] -= c >= firstArtificial && c < columns ? 0 : rows[r][c];
                }
            }
        }
        for (int pivots = 0; pivots < MOST_PIVOTS; pivots++) {
            int entering = 0;
            while (entering < firstArtificial && cost[entering] >= -PIVOT) {
                entering++;
            }
            if (entering == firstArtificial) {
                return -cost[columns] <= TOLERANCE * 2
                        ? new Solution(Answer.POINT, Optional.of(point(low, high)))
                        : new Solution(Answer.NONE, Optional.empty());
            }
            int leaving = leaving(entering);
            if (leaving < 0) {
                return new Solution(Answer.UNDECIDED, Optional.empty());
            }
            pivot(leaving, entering, cost);
        }
        return new Solution(Answer.UNDECIDED, Optional.empty());
    }

    private int leaving(int entering) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < rows.length; r++) {
            if (rows[r][entering] > PIVOT) {
                double ratio = rows[r][columns] / rows[r][entering];
                if (best < 0 || ratio < least || (ratio == least && basis[r] < basis[best])) {
                    least = ratio;
                    best = r;
                }
            }
        }
        return best;
    }

    private void pivot(int leaving, int entering, double[] cost) {
        double by = rows[leaving][entering];
        for (int c = 0; c <= columns; c++) {
            rows[leaving][c] /= by;
        }
        for (int r = 0; r < rows.length; r++) {
            if (r != leaving) {
                subtract(rows[r], rows[leaving], entering);
            }
        }
        subtract(cost, rows[leaving], entering);
        basis[leaving] = entering;
    }

    private static void subtract(double[] from, double[] row, int entering) {
        double factor = from[entering];
        if (factor != 0) {
            for (int c = 0; c < from.length; c++) {
                from[c] -= factor * row[c];
            }
        }
    }

    private double[] point(double[] low, double[] high) {
        var point = Arrays.copyOf(low, low.length);
        for (int r = 0; r < rows.length; r++) {
            if (basis[r] < low.length) {
                int i = basis[r];
                point[i] = Ranges.clamp(low[i] + rows[r][columns] * (high[i] - low[i]), low[i], high[i]);
            }
        }
        return point;
    }
}
