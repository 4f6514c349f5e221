package dev.sweetspot.space;

import dev.sweetspot.space.Relations.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Finds values that keep all relations, by construction: parameter after parameter, each inside the interval that the
 * linear relations leave to it (interval propagation), going back where a choice leaves nothing to a later one. Then
 * it moves on inside the feasible set by Gibbs sampling, so that the draws spread over it: one number at a time inside
 * its interval, and two at a time along an equality.
 */
final class FeasibleSearch {
    private static final int MOST_STEPS = 20_000;
    private static final int SWEEPS = 30;
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
            var value = choose(index, values, attempt == 0 ? wish.coordinate(index) : random.nextDouble());
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

    /** Moves inside the feasible set from values that are in it. */
    Map<String, Object> spread(Map<String, Object> from) {
        var values = new LinkedHashMap<>(from);
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < walk.size(); i++) {
            if (values.get(walk.name(i)) instanceof Number
                    && !relationsOf(walk.name(i), values).isEmpty()) {
                numbers.add(i);
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int index : numbers) {
                move(index, values);
                if (numbers.size() > 1) {
                    moveTogether(index, numbers.get(random.nextInt(numbers.size())), values);
                }
            }
        }
        return values;
    }

    private void move(int index, Map<String, Object> values) {
        var value = choose(index, values, random.nextDouble());
        var old = values.get(walk.name(index));
        value.ifPresent(other -> values.put(walk.name(index), other));
        if (!walk.keepsRelations(values)) {
            values.put(walk.name(index), old);
        }
    }

    /** Moves two numbers against each other, so that the first equality that both belong to stays as it is. */
    private void moveTogether(int first, int second, Map<String, Object> values) {
        var one = walk.name(first);
        var two = walk.name(second);
        var shared = relationsOf(one, values).stream()
                .filter(linear -> linear.comparison() == Relation.Comparison.EQUAL)
                .filter(linear -> linear.factors().containsKey(two))
                .findFirst();
        if (first == second || shared.isEmpty()) {
            return;
        }
        var old = new LinkedHashMap<>(values);
        double before = number(values, one);
        var after = walk.axis(first).decode(random.nextDouble());
        double change = (((Number) after).doubleValue() - before)
                * shared.get().factor(one)
                / shared.get().factor(two);
        double other = number(values, two) - change;
        var snapped = snap(second, other);
        if (snapped.isPresent()) {
            values.put(one, after);
            values.put(two, snapped.get());
        }
        if (!walk.keepsRelations(values)) {
            values.putAll(old);
        }
    }

    private static double number(Map<String, Object> values, String name) {
        return ((Number) Objects.requireNonNull(values.get(name), name)).doubleValue();
    }

    private Optional<Object> snap(int index, double value) {
        var parameter = walk.parameter(index);
        if (parameter instanceof RealParameter real) {
            boolean inside = value >= real.low() && value <= real.high();
            return inside ? Optional.of(real.check(value)) : Optional.empty();
        }
        var whole = (IntegerParameter) parameter;
        double rounded = Math.rint(value);
        boolean inside = Math.abs(rounded - value) < 1e-6 && rounded >= whole.low() && rounded <= whole.high();
        return inside ? Optional.of(whole.check(rounded)) : Optional.empty();
    }

    /** A value inside the interval that the relations leave; empty when they leave none. */
    private Optional<Object> choose(int index, Map<String, Object> values, double coordinate) {
        var parameter = walk.parameter(index);
        var axis = walk.axis(index);
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
