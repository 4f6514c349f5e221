package dev.sweetspot.math.embedding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The directions in which points differ most, each at right angles to those before (Pearson 1901; Hotelling 1933): the
 * eigenvectors of their covariance, by Jacobi's rotations (Golub and Van Loan, Matrix Computations, algorithm 8.5.3), and for
 * points of more than 128 coordinates by orthogonal iteration (section 8.2.4). The same bits on every machine. Immutable.
 */
public final class PrincipalComponents {
    private static final int MOST_SWEEPS = 60;

    /** With more coordinates than that, all directions take long, and only those asked for are looked for. */
    private static final int MOST_WHOLE = 128;

    private static final int MOST_ROUNDS = 300;

    private final double[] centre;
    private final double[][] directions;
    private final double[] shares;

    private PrincipalComponents(double[] centre, double[][] directions, double[] shares) {
        this.centre = centre;
        this.directions = directions;
        this.shares = shares;
    }

    /**
     * The first directions of some points; O(n d^2 + d^3), and of many coordinates O(n d) for each of some dozen rounds.
     *
     * @param points n rows of d finite coordinates, n at least 1
     * @param count how many directions, from 1 to d
     */
    public static PrincipalComponents of(double[][] points, int count) {
        int d = points[0].length;
        if (count < 1 || count > d) {
            throw new IllegalArgumentException("count = " + count + ": must be from 1 to the coordinates, " + d);
        }
        var centre = new double[d];
        for (var point : points) {
            for (int i = 0; i < d; i++) {
                centre[i] += point[i] / points.length;
            }
        }
        if (d > MOST_WHOLE) {
            return leading(points, centre, count);
        }
        var covariance = new double[d][d];
        for (var point : points) {
            for (int i = 0; i < d; i++) {
                for (int k = 0; k <= i; k++) {
                    covariance[i][k] += (point[i] - centre[i]) * (point[k] - centre[k]) / points.length;
                }
            }
        }
        double all = 0;
        for (int i = 0; i < d; i++) {
            all += covariance[i][i];
            for (int k = 0; k < i; k++) {
                covariance[k][i] = covariance[i][k];
            }
        }
        var vectors = diagonalise(covariance);
        var order = IntStream.range(0, d)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -covariance[i][i]))
                .toList();
        var directions = new double[count][d];
        var shares = new double[count];
        for (int c = 0; c < count; c++) {
            int column = order.get(c);
            for (int i = 0; i < d; i++) {
                directions[c][i] = vectors[i][column];
            }
            turnUp(directions[c]);
            shares[c] = all > 0 ? Math.max(0, covariance[column][column]) / all : 0;
        }
        return new PrincipalComponents(centre, directions, shares);
    }

    /** Directions that are multiplied with the covariance, which is never written down, until they turn no more. */
    private static PrincipalComponents leading(double[][] points, double[] centre, int count) {
        int d = centre.length;
        var random = new SplittableRandom(1);
        var directions = new double[count][d];
        for (var direction : directions) {
            Arrays.setAll(direction, i -> random.nextGaussian());
        }
        orthonormal(directions);
        double turned = 1;
        for (int round = 0; round < MOST_ROUNDS && turned > 1e-14; round++) {
            var next = new double[count][d];
            for (var point : points) {
                for (int c = 0; c < count; c++) {
                    double along = along(point, centre, directions[c]);
                    for (int i = 0; i < d; i++) {
                        next[c][i] += along * (point[i] - centre[i]);
                    }
                }
            }
            orthonormal(next);
            turned = 0;
            for (int c = 0; c < count; c++) {
                turned = Math.max(turned, 1 - Math.abs(dot(next[c], directions[c])));
            }
            directions = next;
        }
        double all = 0;
        var variances = new double[count];
        for (var point : points) {
            for (int i = 0; i < d; i++) {
                all += (point[i] - centre[i]) * (point[i] - centre[i]);
            }
            for (int c = 0; c < count; c++) {
                double along = along(point, centre, directions[c]);
                variances[c] += along * along;
            }
        }
        var shares = new double[count];
        for (int c = 0; c < count; c++) {
            turnUp(directions[c]);
            shares[c] = all > 0 ? variances[c] / all : 0;
        }
        return new PrincipalComponents(centre, directions, shares);
    }

    /** At right angles to each other, and of length 1 (Gram and Schmidt); one that vanishes stays at 0. */
    private static void orthonormal(double[][] directions) {
        for (int c = 0; c < directions.length; c++) {
            for (int before = 0; before < c; before++) {
                double along = dot(directions[c], directions[before]);
                for (int i = 0; i < directions[c].length; i++) {
                    directions[c][i] -= along * directions[before][i];
                }
            }
            double length = Math.sqrt(dot(directions[c], directions[c]));
            for (int i = 0; i < directions[c].length && length > 0; i++) {
                directions[c][i] /= length;
            }
        }
    }

    private static double along(double[] point, double[] centre, double[] direction) {
        double sum = 0;
        for (int i = 0; i < centre.length; i++) {
            sum += (point[i] - centre[i]) * direction[i];
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** A direction and its opposite are the same; the one is taken whose largest coordinate is above 0. */
    private static void turnUp(double[] direction) {
        int largest = 0;
        for (int i = 1; i < direction.length; i++) {
            largest = Math.abs(direction[i]) > Math.abs(direction[largest]) ? i : largest;
        }
        if (direction[largest] < 0) {
            Arrays.setAll(direction, i -> -direction[i]);
        }
    }

    /** Turns a symmetric matrix until it is diagonal; its columns are turned to the eigenvectors that are returned. */
    private static double[][] diagonalise(double[][] matrix) {
        int d = matrix.length;
        var vectors = new double[d][d];
        for (int i = 0; i < d; i++) {
            vectors[i][i] = 1;
        }
        boolean turned = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && turned; sweep++) {
            turned = false;
            for (int p = 0; p < d; p++) {
                for (int q = p + 1; q < d; q++) {
                    double size = Math.sqrt(Math.abs(matrix[p][p]) * Math.abs(matrix[q][q]));
                    if (Math.abs(matrix[p][q]) > Math.max(1e-14 * size, Double.MIN_NORMAL)) {
                        rotate(matrix, vectors, p, q);
                        turned = true;
                    }
                }
            }
        }
        return vectors;
    }

    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        double slope = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double t = (slope >= 0 ? 1 : -1) / (Math.abs(slope) + Math.sqrt(1 + slope * slope));
        double cosine = 1 / Math.sqrt(1 + t * t);
        double sine = t * cosine;
        for (int i = 0; i < matrix.length; i++) {
            turn(matrix[i], p, q, cosine, sine);
            turn(vectors[i], p, q, cosine, sine);
        }
        for (int i = 0; i < matrix.length; i++) {
            double above = matrix[p][i];
            double below = matrix[q][i];
            matrix[p][i] = cosine * above - sine * below;
            matrix[q][i] = sine * above + cosine * below;
        }
    }

    private static void turn(double[] row, int p, int q, double cosine, double sine) {
        double one = row[p];
        double other = row[q];
        row[p] = cosine * one - sine * other;
        row[q] = sine * one + cosine * other;
    }

    /** Which share of the variance lies along a direction, from 0 to 1; 0 where all points are the same. */
    public double share(int direction) {
        return shares[direction];
    }

    /** How far along each direction a point lies, from the middle of those that these come from. */
    public double[] project(double[] point) {
        var result = new double[directions.length];
        for (int c = 0; c < result.length; c++) {
            for (int i = 0; i < centre.length; i++) {
                result[c] += (point[i] - centre[i]) * directions[c][i];
            }
        }
        return result;
    }
}
