package dev.sweetspot.math.optimizer;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Minimises a smooth function within a box: limited-memory BFGS on the coordinates that are not held by a bound, with a
 * backtracking search along the projected path (Nocedal and Wright 2006, chapters 7.2 and 16.7; Bertsekas 1982 for the
 * projection).
 *
 * @param iterations at most so many steps
 * @param memory how many steps the curvature is learnt from; 10 is enough for some dozens of dimensions
 * @param tolerance ends when no free coordinate of the gradient is above this
 */
public record BoundedLbfgs(int iterations, int memory, double tolerance) {
    private static final int BACKTRACKS = 12;
    private static final double SUFFICIENT = 1e-4;

    /** Checks the ranges. */
    public BoundedLbfgs {
        if (iterations < 1 || memory < 1 || !(tolerance >= 0)) {
            throw new IllegalArgumentException("iterations = " + iterations + ", memory = " + memory + ", tolerance = "
                    + tolerance + ": the first two must be at least 1, the last at least 0");
        }
    }

    /** A function with its gradient. */
    @FunctionalInterface
    public interface Smooth {
        /**
         * The value at a point; not finite where the function is not defined.
         *
         * @param gradient written to: the derivative by each coordinate
         */
        double at(double[] point, double[] gradient);
    }

    /** Where the search ended. */
    public static final class Minimum {
        private final double[] point;
        private final double value;

        Minimum(double[] point, double value) {
            this.point = point;
            this.value = value;
        }

        /** The best point found. */
        public double[] point() {
            return point.clone();
        }

        /** Its value. */
        public double value() {
            return value;
        }
    }

    private record Step(Vector moved, Vector turned, double product) {}

    /** Numbers that a step keeps. */
    private static final class Vector {
        private final double[] values;

        Vector(double[] values) {
            this.values = values;
        }
    }

    /**
     * Minimises from a start.
     *
     * @param low one bound a coordinate
     * @param high likewise, at least {@code low}
     */
    public Minimum minimize(Smooth function, double[] start, double[] low, double[] high) {
        int n = start.length;
        var x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(low[i], Math.min(high[i], start[i]));
        }
        var gradient = new double[n];
        double value = function.at(x, gradient);
        Deque<Step> steps = new ArrayDeque<>();
        var next = new double[n];
        var nextGradient = new double[n];
        for (int iteration = 0; iteration < iterations && Double.isFinite(value); iteration++) {
            var free = free(x, gradient, low, high);
            if (largest(gradient, free) <= tolerance) {
                break;
            }
            var direction = direction(gradient, free, steps);
            if (!(dot(direction, gradient) < 0)) {
                steps.clear();
                direction = direction(gradient, free, steps);
            }
            double length = steps.isEmpty() ? Math.min(1, 0.5 / largest(gradient, free)) : 1;
            double nextValue = Double.NaN;
            boolean found = false;
            for (int back = 0; back < BACKTRACKS && !found; back++, length *= 0.4) {
                double decrease = 0;
                for (int i = 0; i < n; i++) {
                    next[i] = Math.max(low[i], Math.min(high[i], x[i] + length * direction[i]));
                    decrease += gradient[i] * (next[i] - x[i]);
                }
                nextValue = function.at(next, nextGradient);
                found = nextValue <= value + SUFFICIENT * decrease && decrease < 0;
            }
            if (!found) {
                if (steps.isEmpty()) {
                    break;
                }
                steps.clear();
                continue;
            }
            remember(steps, x, next, gradient, nextGradient);
            double gain = value - nextValue;
            System.arraycopy(next, 0, x, 0, n);
            System.arraycopy(nextGradient, 0, gradient, 0, n);
            value = nextValue;
            if (gain <= 1e-10 * (1 + Math.abs(value))) {
                break;
            }
        }
        return new Minimum(x, value);
    }

    private static boolean[] free(double[] x, double[] gradient, double[] low, double[] high) {
        var free = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            free[i] = !(x[i] <= low[i] && gradient[i] > 0) && !(x[i] >= high[i] && gradient[i] < 0);
        }
        return free;
    }

    private static double largest(double[] gradient, boolean[] free) {
        double largest = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (free[i]) {
                largest = Math.max(largest, Math.abs(gradient[i]));
            }
        }
        return largest;
    }

    /** The two-loop recursion (Nocedal and Wright 2006, algorithm 7.4) on the free coordinates. */
    private static double[] direction(double[] gradient, boolean[] free, Deque<Step> steps) {
        int n = gradient.length;
        var q = new double[n];
        for (int i = 0; i < n; i++) {
            q[i] = free[i] ? -gradient[i] : 0;
        }
        var weights = new double[steps.size()];
        int k = 0;
        for (var step : steps) {
            weights[k] = dot(step.moved().values, q) / step.product();
            add(q, -weights[k], step.turned().values);
            k++;
        }
        if (!steps.isEmpty()) {
            var last = steps.peekFirst();
            double scale = last.product() / dot(last.turned().values, last.turned().values);
            for (int i = 0; i < n; i++) {
                q[i] *= scale;
            }
        }
        for (var oldest = steps.descendingIterator(); oldest.hasNext(); ) {
            var step = oldest.next();
            k--;
            double correction = weights[k] - dot(step.turned().values, q) / step.product();
            add(q, correction, step.moved().values);
        }
        for (int i = 0; i < n; i++) {
            if (!free[i]) {
                q[i] = 0;
            }
        }
        return q;
    }

    private void remember(Deque<Step> steps, double[] x, double[] next, double[] gradient, double[] nextGradient) {
        int n = x.length;
        var moved = new double[n];
        var turned = new double[n];
        for (int i = 0; i < n; i++) {
            moved[i] = next[i] - x[i];
            turned[i] = nextGradient[i] - gradient[i];
        }
        double product = dot(moved, turned);
        if (product > 1e-12 * dot(turned, turned)) {
            steps.addFirst(new Step(new Vector(moved), new Vector(turned), product));
            if (steps.size() > memory) {
                steps.removeLast();
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }
}
