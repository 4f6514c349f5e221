package dev.sweetspot.data.metric;

import java.util.ArrayList;
import java.util.List;

/** Mean and covariance of some features, and how the sums behind them change when a stretch of the rows is left out. */
final class Moments {
    private final int count;
    private final double[] sum;
    private final double[][] products;

    private Moments(int count, double[] sum, double[][] products) {
        this.count = count;
        this.sum = sum;
        this.products = products;
    }

    /**
     * Of some rows, after a shift: sums of products of numbers that are far from 0 lose their last digits.
     *
     * @param origin what every row is taken relative to
     */
    static Moments of(float[][] rows, int from, int to, double[] origin) {
        int size = origin.length;
        var sum = new double[size];
        var products = new double[size][size];
        var row = new double[size];
        for (int k = from; k < to; k++) {
            for (int i = 0; i < size; i++) {
                row[i] = rows[k][i] - origin[i];
                sum[i] += row[i];
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        return new Moments(to - from, sum, products);
    }

    /** Those of equal stretches, as near as can be, one behind the other. */
    static List<Moments> blocks(float[][] rows, int blocks, double[] origin) {
        var all = new ArrayList<Moments>();
        for (int i = 0; i < blocks; i++) {
            all.add(of(rows, rows.length * i / blocks, rows.length * (i + 1) / blocks, origin));
        }
        return all;
    }

    /** Of all rows of some stretches. */
    static Moments together(List<Moments> blocks) {
        var total = blocks.get(0);
        for (var block : blocks.subList(1, blocks.size())) {
            total = total.plus(block, 1);
        }
        return total;
    }

    /** With the rows of another one, or without them. */
    Moments plus(Moments other, int sign) {
        int size = sum.length;
        var newSum = new double[size];
        var newProducts = new double[size][size];
        for (int i = 0; i < size; i++) {
            newSum[i] = sum[i] + sign * other.sum[i];
            for (int j = 0; j <= i; j++) {
                newProducts[i][j] = products[i][j] + sign * other.products[i][j];
            }
        }
        return new Moments(count + sign * other.count, newSum, newProducts);
    }

    int count() {
        return count;
    }

    /** Relative to the origin. */
    double mean(int i) {
        return sum[i] / count;
    }

    /** Of a sample: divided by one less than their number; 0 for a single row. */
    double[][] covariance() {
        int size = sum.length;
        var result = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = (products[i][j] - sum[i] * sum[j] / count) / Math.max(1, count - 1);
                result[i][j] = value;
                result[j][i] = value;
            }
        }
        return result;
    }
}
