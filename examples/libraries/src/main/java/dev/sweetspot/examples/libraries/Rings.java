package dev.sweetspot.examples.libraries;

import java.util.SplittableRandom;

/** Points of a disc and of a ring around it, which no straight line divides: something to learn for every library. */
final class Rings {
    private final float[][] points;
    private final int[] labels;

    private Rings(float[][] points, int[] labels) {
        this.points = points;
        this.labels = labels;
    }

    /** Half of them on the disc, half on the ring, a little blurred. */
    static Rings of(int count, long seed) {
        var random = new SplittableRandom(seed);
        var points = new float[count][];
        var labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            double radius = labels[i] + random.nextGaussian() * 0.35;
            double angle = random.nextDouble(2 * Math.PI);
            points[i] = new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))};
        }
        return new Rings(points, labels);
    }

    int size() {
        return labels.length;
    }

    /** A coordinate of a point: 0 or 1. */
    float coordinate(int point, int which) {
        return points[point][which];
    }

    /** 1 for the ring, 0 for the disc. */
    int label(int point) {
        return labels[point];
    }

    /** All coordinates, point after point. */
    float[] flat() {
        var flat = new float[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            System.arraycopy(points[i], 0, flat, 2 * i, 2);
        }
        return flat;
    }

    /** The labels as numbers. */
    float[] numbers() {
        var numbers = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = labels[i];
        }
        return numbers;
    }
}
