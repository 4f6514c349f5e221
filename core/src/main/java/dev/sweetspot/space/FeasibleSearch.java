package dev.sweetspot.space;

import dev.sweetspot.space.Relations.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Finds values that keep all relations, by construction: parameter after parameter, each inside the interval that the
 * linear relations leave to it (interval propagation), going back where a choice leaves nothing to a later one.
 */
final class FeasibleSearch {
    private static final int MOST_STEPS = 20_000;
    private static final int TRIES_A_VALUE = 8;

    private final Walk walk;
    private final RandomGenerator random;
    private final Wish wish;
    private int steps;

    /** The coordinate that one would like a parameter to have. */
    @FunctionalInterface
    interface Wish {
        double coordinate(int index);
    }

    FeasibleSearch(Walk walk, RandomGenerator random, Wish wish) {
        this.walk = walk;
        this.random = random;
        this.wish = wish;
    }

    /** Values that keep all relations; empty when none were found within a bounded effort. */
    Optional<Map<String, Object>> find() {
        for (int attempt = 0; attempt < 20 && steps < MOST_STEPS; attempt++) {
            int limit = Math.min(MOST_STEPS, steps + MOST_STEPS / 20);
            var found = extend(0, new LinkedHashMap<>(), limit);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Map<String, Object>> extend(int index, Map<String, Object> values, int limit) {
        if (index == walk.size()) {
            return walk.keepsRelations(values) ? Optional.of(values) : Optional.empty();
        }
        if (!walk.active(index, values)) {
            return extend(index + 1, values, limit);
        }
        for (int attempt = 0; attempt < TRIES_A_VALUE && steps < limit; attempt++) {
            steps++;
            var value = choose(
                    index,
                    values,
                    attempt == 0 ? walk.opened(index, wish.coordinate(index), random) : random.nextDouble());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            var longer = new LinkedHashMap<>(values);
            longer.put(walk.name(index), value.get());
            if (walk.keepsRelations(longer)) {
                var found = extend(index + 1, longer, limit);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A value inside the interval that the relations leave; empty when they leave none.
     *
     * @param coordinate on what the relations about this parameter alone leave
     */
    private Optional<Object> choose(int index, Map<String, Object> values, double coordinate) {
        var parameter = walk.parameter(index);
        var axis = walk.open(index);
        var relations = relationsOf(parameter.name(), values);
        if (relations.isEmpty()) {
            return Optional.of(axis.decode(coordinate));
        }
        var range = range(parameter);
        var interval = range;
        var intervals = intervals(values);
        for (var linear : relations) {
            var bounds = Relations.bounds(linear, parameter.name(), intervals);
            interval = interval.and(bounds.low(), bounds.high());
        }
        if (interval.isEmpty()) {
            return Optional.empty();
        }
        return inside(parameter, axis, interval, coordinate);
    }

    private static Optional<Object> inside(
            Parameter<?> parameter, Axis<Object> axis, Interval interval, double coordinate) {
        if (parameter instanceof RealParameter real && real.step().isEmpty()) {
            double from = axis.encode(interval.low());
            double to = axis.encode(interval.high());
            double value = (Double) axis.decode(from + coordinate * (to - from));
            return Optional.of(Ranges.clamp(value, interval.low(), interval.high()));
        }
        long first = firstAtLeast(axis, interval.low());
        long last = firstAtLeast(axis, Math.nextUp(interval.high())) - 1;
        if (first > last) {
            return Optional.empty();
        }
        double from = first == 0 ? 0 : (axis.encode(axis.at(first)) + axis.encode(axis.at(first - 1))) / 2;
        long count = axis.size().orElseThrow();
        double to = last == count - 1 ? 1 : (axis.encode(axis.at(last)) + axis.encode(axis.at(last + 1))) / 2;
        double value = ((Number) axis.decode(from + coordinate * (to - from))).doubleValue();
        long index = Math.min(last, Math.max(first, firstAtLeast(axis, value)));
        return Optional.of(axis.at(index));
    }

    /** The index of the first counted value that is not below a bound. */
    private static long firstAtLeast(Axis<Object> axis, double bound) {
        long low = 0;
        long high = axis.size().orElseThrow();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (((Number) axis.at(middle)).doubleValue() < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Relation.Linear> relationsOf(String name, Map<String, Object> values) {
        var list = new ArrayList<Relation.Linear>();
        for (var relation : walk.relations()) {
            if (relation instanceof Relation.Linear linear
                    && linear.factors().containsKey(name)
                    && linear.factors().keySet().stream().allMatch(other -> canBeActive(other, values))) {
                list.add(linear);
            }
        }
        return list;
    }

    /** False only for a parameter that the values chosen so far have made inactive. */
    private boolean canBeActive(String name, Map<String, Object> values) {
        for (int i = 0; i < walk.size(); i++) {
            if (walk.name(i).equals(name)) {
                return values.containsKey(name) || walk.active(i, values) || !decided(i, values);
            }
        }
        return false;
    }

    private boolean decided(int index, Map<String, Object> values) {
        return values.size() >= index;
    }

    private Map<String, Interval> intervals(Map<String, Object> values) {
        var intervals = new LinkedHashMap<String, Interval>();
        for (int i = 0; i < walk.size(); i++) {
            var parameter = walk.parameter(i);
            if (parameter instanceof RealParameter || parameter instanceof IntegerParameter) {
                var value = values.get(parameter.name());
                double number = value == null ? Double.NaN : ((Number) value).doubleValue();
                intervals.put(parameter.name(), value == null ? range(parameter) : new Interval(number, number));
            }
        }
        return intervals;
    }

    private static Interval range(Parameter<?> parameter) {
        return parameter instanceof RealParameter real
                ? new Interval(real.low(), real.high())
                : new Interval(((IntegerParameter) parameter).low(), ((IntegerParameter) parameter).high());
    }
}
