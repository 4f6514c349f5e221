package dev.sweetspot.classic.linear;

import dev.sweetspot.classic.family.Effort;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes {@code f(x) + l1 |x|_1} as small as it can be, for a smooth convex f: the orthant-wise limited-memory quasi-Newton
 * method (Andrew and Gao 2007, https://doi.org/10.1145/1273496.1273501, algorithm 1). Without an l1 penalty it is L-BFGS
 * (Nocedal and Wright 2006, algorithm 7.4).
 *
 * <table>
 * <caption>Notation</caption>
 * <tr><td>x, g</td><td>the point and the gradient of f in it</td></tr>
 * <tr><td>v</td><td>the pseudo-gradient: the steepest way down of the whole, negated (equation 4)</td></tr>
 * <tr><td>s, y</td><td>by how much point and gradient changed in earlier steps</td></tr>
 * <tr><td>d</td><td>the direction of the next step</td></tr>
 * </table>
 */
final class OrthantWise {
    /** More pairs tell little more of the curvature. */
    private static final int MEMORY = 10;
    /** It ends where no part of the pseudo-gradient is larger, of a loss whose scale is 1. */
    private static final double TOLERANCE = 1e-6;

    private static final double ENOUGH = 1e-4;
    private static final int HALVINGS = 40;

    private final Smooth function;
    private final double l1;
    private final int penalised;
    private final double[] x;
    private final double[] g;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    /** A smooth convex function. */
    interface Smooth {
        /** Of how many numbers. */
        int size();

        /** Its value; the gradient is written into the second argument. */
        double value(double[] point, double[] gradient);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pair(double[] s, double[] y, double rho) {}

    /** @param penalised how many of the first numbers have an l1 penalty */
    OrthantWise(Smooth function, double l1, int penalised) {
        this.function = function;
        this.l1 = l1;
        this.penalised = penalised;
        this.x = new double[function.size()];
        this.g = new double[x.length];
    }

    /** Where it is. */
    double[] point() {
        return x.clone();
    }

    /** Goes down; returns how many steps it took. */
    int minimise(int most, Effort.Watch watch) throws InterruptedException {
        double value = function.value(x, g) + penalty(x);
        int step = 0;
        boolean goOn = true;
        while (goOn && step < most) {
            var v = pseudoGradient();
            if (largest(v) <= TOLERANCE) {
                break;
            }
            var d = direction(v);
            double next = search(value, v, d);
            if (!(next < value)) {
                if (pairs.isEmpty()) {
                    break;
                }
                // What was learnt of the curvature misleads: begin anew from here.
                pairs.clear();
                continue;
            }
            value = next;
            step++;
            goOn = watch.goOn(step, most);
        }
        return Math.max(1, step);
    }

    private double penalty(double[] point) {
        double sum = 0;
        for (int i = 0; i < penalised; i++) {
            sum += Math.abs(point[i]);
        }
        return l1 * sum;
    }

    private double[] pseudoGradient() {
        var v = g.clone();
        for (int i = 0; i < penalised && l1 > 0; i++) {
            if (x[i] != 0) {
                v[i] += Math.signum(x[i]) * l1;
            } else if (g[i] + l1 < 0) {
                v[i] = g[i] + l1;
            } else if (g[i] - l1 > 0) {
                v[i] = g[i] - l1;
            } else {
                v[i] = 0;
            }
        }
        return v;
    }

    /** The two loops of L-BFGS; what points against the steepest way down is left out. */
    private double[] direction(double[] v) {
        var d = v.clone();
        var alphas = new double[pairs.size()];
        int k = 0;
        for (var pair : pairs) {
            alphas[k] = pair.rho() * dot(pair.s(), d);
            add(-alphas[k], pair.y(), d);
            k++;
        }
        double scale = pairs.isEmpty()
                ? 1 / Math.max(1, norm(v))
                : 1 / (pairs.getFirst().rho() * square(pairs.getFirst().y()));
        for (int i = 0; i < d.length; i++) {
            d[i] *= scale;
        }
        for (var pairs = this.pairs.descendingIterator(); pairs.hasNext(); ) {
            var pair = pairs.next();
            k--;
            add(alphas[k] - pair.rho() * dot(pair.y(), d), pair.s(), d);
        }
        for (int i = 0; i < d.length; i++) {
            boolean against = l1 > 0 && i < penalised && d[i] * v[i] <= 0;
            d[i] = against ? 0 : -d[i];
        }
        return d;
    }

    /** Halves the step until it goes down enough, in the orthant of this step; returns the value there. */
    private double search(double value, double[] v, double[] d) {
        var from = x.clone();
        var before = g.clone();
        var next = new double[x.length];
        var gradient = new double[x.length];
        double length = 1;
        for (int i = 0; i < HALVINGS; i++, length /= 2) {
            double slope = 0;
            for (int j = 0; j < next.length; j++) {
                next[j] = from[j] + length * d[j];
                if (l1 > 0 && j < penalised) {
                    double orthant = from[j] != 0 ? Math.signum(from[j]) : -Math.signum(v[j]);
                    next[j] = next[j] * orthant <= 0 ? 0 : next[j];
                }
                slope += v[j] * (next[j] - from[j]);
            }
            double there = function.value(next, gradient) + penalty(next);
            if (there <= value + ENOUGH * slope && there < value) {
                System.arraycopy(next, 0, x, 0, x.length);
                System.arraycopy(gradient, 0, g, 0, g.length);
                remember(from, before);
                return there;
            }
        }
        return value;
    }

    private void remember(double[] from, double[] before) {
        var s = new double[x.length];
        var y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            s[i] = x[i] - from[i];
            y[i] = g[i] - before[i];
        }
        double curvature = dot(s, y);
        if (curvature > 1e-12 * square(y)) {
            pairs.addFirst(new Pair(s, y, 1 / curvature));
            if (pairs.size() > MEMORY) {
                pairs.removeLast();
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

    private static double square(double[] a) {
        return dot(a, a);
    }

    private static double norm(double[] a) {
        return Math.sqrt(square(a));
    }

    private static double largest(double[] a) {
        double most = 0;
        for (double value : a) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    private static void add(double factor, double[] what, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }
}
