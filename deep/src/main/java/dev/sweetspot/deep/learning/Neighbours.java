package dev.sweetspot.deep.learning;

/**
 * Finds the nearest of some points, by squares of Euclidean distances. They lie number by number, so that the innermost loop
 * goes over all points at once, which processors do eight at a time; the order of additions is always the same.
 */
final class Neighbours {
    private final float[][] byNumber;
    private final float[] squares;
    private final float[] distances;

    /** @param points at least two, of the same length */
    Neighbours(float[][] points) {
        int length = points.length == 0 ? 0 : points[0].length;
        byNumber = new float[length][points.length];
        squares = new float[points.length];
        distances = new float[points.length];
        for (int p = 0; p < points.length; p++) {
            for (int k = 0; k < length; k++) {
                byNumber[k][p] = points[p][k];
                squares[p] += points[p][k] * points[p][k];
            }
        }
    }

    /** The first of those that are nearest to a point, another than {@code not}. */
    int nearest(float[] point, int not) {
        System.arraycopy(squares, 0, distances, 0, distances.length);
        for (int k = 0; k < point.length; k++) {
            add(byNumber[k], -2 * point[k]);
        }
        int best = not == 0 ? 1 : 0;
        for (int p = 0; p < distances.length; p++) {
            best = p != not && distances[p] < distances[best] ? p : best;
        }
        return best;
    }

    private void add(float[] numbers, float factor) {
        for (int p = 0; p < numbers.length; p++) {
            distances[p] += factor * numbers[p];
        }
    }
}
