package dev.sweetspot.space;

import java.util.Map;
import java.util.Objects;

/** Whether values keep a relation, and between which bounds the next value has to lie. */
final class Relations {
    /** Rounding of sums in an equality, relative to the size of its terms. */
    private static final double SLACK = 1e-9;

    private Relations() {}

    static boolean keeps(Relation relation, Map<String, Object> values) {
        if (relation instanceof Relation.Forbidden forbidden) {
            return !forbidden.labels().entrySet().stream()
                    .allMatch(entry -> values.containsKey(entry.getKey())
                            && Choice.of(values.get(entry.getKey())).label().equals(entry.getValue()));
        }
        var linear = (Relation.Linear) relation;
        double sum = 0;
        double size = Math.abs(linear.bound());
        for (var entry : linear.factors().entrySet()) {
            var value = values.get(entry.getKey());
            if (value == null) {
                return true;
            }
            double term = entry.getValue() * ((Number) value).doubleValue();
            sum += term;
            size += Math.abs(term);
        }
        double slack = SLACK * size;
        return switch (linear.comparison()) {
            case AT_MOST -> sum <= linear.bound() + slack;
            case AT_LEAST -> sum >= linear.bound() - slack;
            case EQUAL -> Math.abs(sum - linear.bound()) <= slack;
        };
    }

    /** An interval of values; empty when low is above high. */
    record Interval(double low, double high) {
        boolean isEmpty() {
            return low > high;
        }

        Interval and(double otherLow, double otherHigh) {
            return new Interval(Math.max(low, otherLow), Math.min(high, otherHigh));
        }
    }

    /**
     * The interval that a linear relation leaves to one of its values, when each of the others lies in an interval of
     * its own.
     *
     * @param others by name; the name asked for is not looked at
     */
    static Interval bounds(Relation.Linear linear, String name, Map<String, Interval> others) {
        double least = 0;
        double most = 0;
        double size = Math.abs(linear.bound());
        for (var entry : linear.factors().entrySet()) {
            if (!entry.getKey().equals(name)) {
                var interval = Objects.requireNonNull(others.get(entry.getKey()), entry.getKey());
                double factor = entry.getValue();
                least += factor * (factor > 0 ? interval.low() : interval.high());
                most += factor * (factor > 0 ? interval.high() : interval.low());
                size += Math.abs(factor) * Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
            }
        }
        double slack = SLACK * 0.1 * size;
        double factor = linear.factor(name);
        // factor * value <= bound - least, and factor * value >= bound - most
        double upper = linear.comparison() == Relation.Comparison.AT_LEAST
                ? Double.POSITIVE_INFINITY
                : (linear.bound() - least + slack) / Math.abs(factor);
        double lower = linear.comparison() == Relation.Comparison.AT_MOST
                ? Double.NEGATIVE_INFINITY
                : (linear.bound() - most - slack) / Math.abs(factor);
        return factor > 0 ? new Interval(lower, upper) : new Interval(-upper, -lower);
    }
}
