package dev.sweetspot.samplers.gp;

import java.util.Arrays;
import java.util.List;

/**
 * How much is expected of trying a point, as a logarithm: larger is better, and only differences count. A product of
 * expectations is the sum of such logarithms.
 */
interface Acquisition {
    /** The value at a point of the cube. */
    double at(double[] point);

    /** The values at many points. */
    double[] at(double[][] points);

    /**
     * The value at a point and its derivatives.
     *
     * @param slope written to: the derivative by each coordinate; 0 for names and inactive parameters
     */
    double at(double[] point, double[] slope);

    /** The product of several: the sum of their logarithms. */
    record Product(List<Acquisition> parts) implements Acquisition {
        /** Keeps a copy. */
        public Product {
            parts = List.copyOf(parts);
        }

        @Override
        public double at(double[] point) {
            double sum = 0;
            for (var part : parts) {
                sum += part.at(point);
            }
            return sum;
        }

        @Override
        public double[] at(double[][] points) {
            var sums = new double[points.length];
            for (var part : parts) {
                var values = part.at(points);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += values[i];
                }
            }
            return sums;
        }

        @Override
        public double at(double[] point, double[] slope) {
            var own = new double[slope.length];
            Arrays.fill(slope, 0);
            double sum = 0;
            for (var part : parts) {
                sum += part.at(point, own);
                for (int i = 0; i < slope.length; i++) {
                    slope[i] += own[i];
                }
            }
            return sum;
        }
    }
}
