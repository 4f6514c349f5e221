package dev.sweetspot.samplers.gp;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.time.Price;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The first trials, before there is anything to learn from: of some draws the one that lies farthest from all that was
 * tried (Mitchell 1991, "best candidate"). Of few points, none should be near another. Where a clock ends the search, the
 * square of the distance is weighed against the time, so that the model is asked sooner (the cost-effective initial
 * design of Lee, Perrone, Archambeau and Seeger 2020, arXiv:2003.10870, in one line).
 */
final class Spread {
    private static final int DRAWS = 30;
    private static final double OTHER_NAME = 0.5;
    private static final double OTHER_BRANCH = 0.25;

    private final Encoding encoding;
    private final Columns columns;
    private final Price price;

    /** @param price where a clock ends the search: of two places equally far, the one that costs less */
    Spread(Encoding encoding, Columns columns, Price price) {
        this.encoding = encoding;
        this.columns = columns;
        this.price = price;
    }

    /**
     * A configuration that no trial has had; empty when none was drawn.
     *
     * @param tried where trials were or are
     * @param draws gives one draw after the other
     */
    Optional<Configuration> next(
            List<double[]> tried, Predicate<Configuration> untried, Supplier<Optional<Configuration>> draws) {
        var best = Optional.<Configuration>empty();
        double bestDistance = -1;
        for (int i = 0; i < DRAWS; i++) {
            var drawn = draws.get();
            if (drawn.isPresent() && untried.test(drawn.get())) {
                var point = encoding.encode(drawn.get());
                double distance = nearest(point, tried) * Math.exp(price.at(point));
                if (distance > bestDistance) {
                    best = drawn;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    private double nearest(double[] point, List<double[]> tried) {
        double nearest = Double.MAX_VALUE;
        for (var other : tried) {
            nearest = Math.min(nearest, squared(point, other));
        }
        return nearest;
    }

    private double squared(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            boolean gapA = Double.isNaN(a[i]);
            boolean gapB = Double.isNaN(b[i]);
            if (gapA || gapB) {
                sum += gapA == gapB ? 0 : OTHER_BRANCH;
            } else if (columns.named(i)) {
                sum += Math.abs(a[i] - b[i]) > 1e-9 ? OTHER_NAME : 0;
            } else {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
            }
        }
        return sum;
    }
}
