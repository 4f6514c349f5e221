package dev.sweetspot.math.front;

import java.util.Arrays;

/** The ideal point and the width of the front of points, loss by loss: the measure in which losses are compared. */
final class Widths {
    final double[] ideal;
    final double[] width;

    private Widths(double[] ideal, double[] width) {
        this.ideal = ideal;
        this.width = width;
    }

    /** A width that is 0, or not a finite number, counts as 1. Only points with finite losses count. */
    static Widths of(double[][] losses, int objectives) {
        var finite = Arrays.stream(losses)
                .filter(row -> Arrays.stream(row).allMatch(Double::isFinite))
                .toArray(double[][]::new);
        var ideal = new double[objectives];
        var width = new double[objectives];
        Arrays.fill(width, 1);
        if (finite.length > 0) {
            var front = Front.of(finite);
            var nadir = front.nadir();
            ideal = front.ideal();
            for (int k = 0; k < objectives; k++) {
                double wide = nadir[k] - ideal[k];
                width[k] = wide > 0 && Double.isFinite(wide) ? wide : 1;
            }
        }
        return new Widths(ideal, width);
    }
}
