package dev.sweetspot.insight.importance;

import dev.sweetspot.surrogate.Column;
import java.util.Arrays;

/**
 * Densities over one coordinate of the unit cube, in parts: how often each name, or a Parzen estimate with Scott's bandwidth
 * (1992), reflected at the ends. One observation that lies everywhere evenly is added, so that no density is 0.
 */
final class Density {
    private static final int PARTS = 48;
    private static final double SCOTT = 1.06;

    private final boolean named;
    private final int parts;

    private Density(boolean named, int parts) {
        this.named = named;
        this.parts = parts;
    }

    static Density of(Column column) {
        boolean named = column instanceof Column.Categories;
        return new Density(named, named ? column.count() : PARTS);
    }

    /** The even density. */
    double[] even() {
        var result = new double[parts];
        Arrays.fill(result, 1);
        return result;
    }

    /** The density of coordinates: its mean in each of the parts, which are equally wide. */
    double[] at(double[] coordinates) {
        var counts = new double[parts];
        double sum = 0;
        double squares = 0;
        for (double at : coordinates) {
            counts[(int) Math.max(0, Math.min(parts - 1.0, at * parts))]++;
            sum += at;
            squares += at * at;
        }
        int n = coordinates.length;
        var dense = named ? counts : smoothed(counts, Math.sqrt(Math.max(0, squares / n - sum / n * sum / n)), n);
        for (int part = 0; part < parts; part++) {
            dense[part] = (dense[part] * parts + 1) / (n + 1);
        }
        return dense;
    }

    private double[] smoothed(double[] counts, double deviation, int n) {
        double width = Math.max(0.5 / parts, SCOTT * deviation * Math.pow(n, -0.2)) * parts;
        var kernel = new double[2 * parts];
        for (int lag = 0; lag < kernel.length; lag++) {
            kernel[lag] = Math.exp(-0.5 * lag * lag / (width * width));
        }
        var result = new double[parts];
        for (int from = 0; from < parts; from++) {
            if (counts[from] > 0) {
                double all = 0;
                for (int to = 0; to < parts; to++) {
                    all += reflected(kernel, from, to);
                }
                for (int to = 0; to < parts; to++) {
                    result[to] += counts[from] * reflected(kernel, from, to) / all;
                }
            }
        }
        return result;
    }

    private double reflected(double[] kernel, int from, int to) {
        int beyond = 2 * parts - 1 - from - to;
        return kernel[Math.abs(from - to)] + kernel[from + to + 1] + (beyond < kernel.length ? kernel[beyond] : 0);
    }

    /** Pearson's: the mean over the base of the squared distance of the ratio from 1. */
    static double divergence(double[] density, double[] base) {
        double sum = 0;
        for (int part = 0; part < base.length; part++) {
            double distance = density[part] / base[part] - 1;
            sum += distance * distance * base[part];
        }
        return sum / base.length;
    }
}
