package dev.sweetspot.samplers.grid;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * The cells of a grid over a space: each parameter has levels, all of its values or, where these cannot be counted, points
 * spread evenly over its scale, both ends included. Immutable.
 */
final class Cells {
    /** More values of a whole number than these are counted, but not listed. */
    private static final BigInteger LISTED = BigInteger.valueOf(20_000);

    private final SearchSpace space;
    private final int points;
    private final List<Axis> axes = new ArrayList<>();

    /**
     * The levels of one parameter.
     *
     * @param wanted for each parent's place, the coordinates of its values under which this one is active
     */
    private record Axis(boolean counted, int count, IntToDoubleFunction coordinate, Map<Integer, Set<Double>> wanted) {}

    Cells(SearchSpace space, int points) {
        this.space = space;
        this.points = points;
        var places = new HashMap<String, Integer>();
        for (var dimension : space.dimensions()) {
            var wanted = new HashMap<Integer, Set<Double>>();
            for (var condition : dimension.conditions()) {
                int parent = Objects.requireNonNull(places.get(condition.parent()));
                var coordinates = new HashSet<Double>();
                for (var label : condition.labels()) {
                    coordinates.add(coordinate(space.parameters().get(parent), label));
                }
                wanted.merge(parent, coordinates, (one, other) -> {
                    one.retainAll(other);
                    return one;
                });
            }
            places.put(dimension.parameter().name(), axes.size());
            axes.add(axis(dimension.parameter(), points, wanted));
        }
    }

    private static double coordinate(Parameter<?> parameter, Object value) {
        var alone = Configuration.of(Map.of(parameter.name(), parameter.check(value)));
        return Encoding.of(SearchSpace.of(parameter)).encode(alone)[0];
    }

    private static Axis axis(Parameter<?> parameter, int points, Map<Integer, Set<Double>> wanted) {
        var alone = Encoding.of(SearchSpace.of(parameter));
        var size = alone.size();
        if (size.isEmpty()) {
            return new Axis(false, points, k -> points == 1 ? 0.5 : k / (points - 1.0), wanted);
        }
        if (size.get().compareTo(LISTED) > 0 && parameter instanceof IntegerParameter whole) {
            int count = size.get().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
            return new Axis(true, count, k -> coordinate(whole, whole.low() + (long) k * whole.step()), wanted);
        }
        var coordinates = new ArrayList<Double>();
        alone.enumerate().forEachRemaining(configuration -> coordinates.add(alone.encode(configuration)[0]));
        return new Axis(true, coordinates.size(), coordinates::get, wanted);
    }

    boolean areOf(SearchSpace other, int count) {
        return points == count && space.equals(other);
    }

    int dimensions() {
        return axes.size();
    }

    /** The configuration of a cell; empty when it breaks a relation. */
    Optional<Configuration> at(int[] levels) {
        var point = new double[levels.length];
        for (int k = 0; k < levels.length; k++) {
            point[k] = axes.get(k).coordinate.applyAsDouble(levels[k]);
        }
        var encoding = Encoding.of(space);
        var spread = encoding.opened(point);
        for (int k = 0; k < levels.length; k++) {
            // Values that can be counted have a cell each; those that are not left are passed over.
            spread[k] = axes.get(k).counted ? point[k] : spread[k];
        }
        return encoding.decode(spread);
    }

    /** The cell in which a point of the unit cube lies. */
    int[] around(double[] point) {
        var levels = new int[point.length];
        for (int k = 0; k < levels.length; k++) {
            int count = axes.get(k).count;
            levels[k] = (int) Math.min(count - 1.0, Math.floor(point[k] * count));
        }
        return levels;
    }

    /**
     * Moves to the next cell in order, the last parameter fastest; a parameter that is not active has one level.
     *
     * @return false behind the last cell
     */
    boolean next(int[] levels) {
        for (int k = levels.length - 1; k >= 0; k--) {
            if (levels[k] + 1 < axes.get(k).count && active(k, levels)) {
                levels[k]++;
                return true;
            }
            levels[k] = 0;
        }
        return false;
    }

    /** Looks at the levels of parents only, which stand before their children. */
    private boolean active(int index, int[] levels) {
        for (var entry : axes.get(index).wanted.entrySet()) {
            int parent = entry.getKey();
            double coordinate = axes.get(parent).coordinate.applyAsDouble(levels[parent]);
            if (!entry.getValue().contains(coordinate) || !active(parent, levels)) {
                return false;
            }
        }
        return true;
    }
}
