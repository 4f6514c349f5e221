package dev.sweetspot.math.front;

import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * The area that points of two losses dominate, kept up while points come in: the first loss grows along the steps while
 * the second falls.
 */
final class Staircase {
    private final TreeMap<Double, Double> steps = new TreeMap<>();
    private final double endOfFirst;
    private final double endOfSecond;
    private double area;

    private Staircase(double endOfFirst, double endOfSecond) {
        this.endOfFirst = endOfFirst;
        this.endOfSecond = endOfSecond;
    }

    /** The volume of points of three losses: slabs along the third, each as high as it is until the next point. */
    static double volume(double[][] points, double[] reference) {
        var sorted = points.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(point -> point[2]));
        var stairs = new Staircase(reference[0], reference[1]);
        double volume = 0;
        for (int i = 0; i < sorted.length; i++) {
            stairs.add(sorted[i][0] + 0.0, sorted[i][1]);
            double next = i + 1 < sorted.length ? sorted[i + 1][2] : reference[2];
            if (next > sorted[i][2]) {
                volume += stairs.area * (next - sorted[i][2]);
            }
        }
        return volume;
    }

    /** @param first with 0 in the place of -0, which the map would tell apart */
    private void add(double first, double second) {
        var before = steps.floorEntry(first);
        double height = before == null ? endOfSecond : before.getValue();
        if (height <= second) {
            return;
        }
        double from = first;
        var next = steps.ceilingEntry(first);
        while (next != null && next.getValue() >= second) {
            area += (next.getKey() - from) * (height - second);
            from = next.getKey();
            height = next.getValue();
            steps.remove(next.getKey());
            next = steps.higherEntry(from);
        }
        area += ((next == null ? endOfFirst : next.getKey()) - from) * (height - second);
        steps.put(first, second);
    }
}
