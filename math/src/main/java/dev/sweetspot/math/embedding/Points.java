package dev.sweetspot.math.embedding;

/**
 * Points of many coordinates and how far each is from each other, computed once for all maps that are made of them. Immutable;
 * n² numbers are kept: 32 MB for 2,000 points.
 */
public final class Points {
    private final double[][] points;
    private final double[][] squared;
    private final PrincipalComponents components;

    private Points(double[][] points) {
        this.points = points;
        this.squared = squaredDistances(points);
        this.components = PrincipalComponents.of(points, Math.min(2, points[0].length));
    }

    /**
     * Measures them; O(n² d).
     *
     * @param points n rows of d finite coordinates, both at least 1
     */
    public static Points of(double[][] points) {
        var copy = new double[points.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = points[i].clone();
        }
        return new Points(copy);
    }

    /** How many there are. */
    public int size() {
        return points.length;
    }

    /** The square of how far two of them are apart. */
    double squaredDistance(int i, int j) {
        return squared[i][j];
    }

    /** The squares of how far a point is from all: not to be written to. */
    double[] squaredDistances(int i) {
        return squared[i];
    }

    /** How far along the two directions of most difference a point lies. */
    double[] projected(int i) {
        return components.project(points[i]);
    }

    private static double[][] squaredDistances(double[][] points) {
        int n = points.length;
        var squared = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < points[i].length; k++) {
                    double difference = points[i][k] - points[j][k];
                    sum += difference * difference;
                }
                squared[i][j] = sum;
                squared[j][i] = sum;
            }
        }
        return squared;
    }
}
