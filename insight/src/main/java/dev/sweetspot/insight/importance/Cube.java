package dev.sweetspot.insight.importance;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.surrogate.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The unit cube in parts, and where in it each parameter is active: because conditions must all hold, that is a box, given by
 * sets of values of the parameters that it hangs on, of those that these hang on, and so on.
 *
 * <p>A parameter that is not active has a coordinate nonetheless, spread evenly and without any influence: so boxes have
 * volumes, and the volume of the box in which a parameter is active is how often the prior makes it so.
 */
final class Cube {
    private final List<String> names;
    private final List<Bins> bins;
    private final List<Map<Integer, Long>> active;

    private Cube(List<String> names, List<Bins> bins, List<Map<Integer, Long>> active) {
        this.names = names;
        this.bins = bins;
        this.active = active;
    }

    /** That of a space, divided as trials lie in it. */
    static Cube of(SearchSpace space, double[][] points) {
        var names = space.parameters().stream().map(Parameter::name).toList();
        var columns = Column.of(space);
        var named = named(space);
        var bins = new ArrayList<Bins>();
        for (int c = 0; c < names.size(); c++) {
            int column = c;
            var there = Arrays.stream(points)
                    .mapToDouble(point -> point[column])
                    .filter(at -> !Double.isNaN(at))
                    .toArray();
            var kind = columns.get(c);
            var borders = named.get(c).values().stream()
                    .flatMapToDouble(values -> borders(kind, values))
                    .toArray();
            bins.add(Bins.of(kind, there, borders));
        }
        var active = new ArrayList<Map<Integer, Long>>();
        for (int c = 0; c < names.size(); c++) {
            var box = new TreeMap<Integer, Long>();
            for (int parent = 0; parent < c; parent++) {
                var values = named.get(parent).get(c);
                if (values != null) {
                    var parts = bins.get(parent);
                    long set =
                            values.stream().mapToLong(at -> 1L << parts.of(at)).reduce(0, (one, other) -> one | other);
                    box.merge(parent, set, (one, other) -> one & other);
                    active.get(parent).forEach((above, kept) -> box.merge(above, kept, (one, other) -> one & other));
                }
            }
            active.add(box);
        }
        return new Cube(names, bins, active);
    }

    /** Where runs of values begin and end. */
    private static DoubleStream borders(Column column, List<Double> values) {
        var indices = values.stream().map(column::index).collect(Collectors.toSet());
        return indices.stream()
                .flatMapToDouble(index -> DoubleStream.concat(
                        indices.contains(index - 1) ? DoubleStream.empty() : DoubleStream.of(column.low(index)),
                        indices.contains(index + 1) ? DoubleStream.empty() : DoubleStream.of(column.high(index))));
    }

    /** For each parameter the coordinates of its values at which a parameter that hangs on it is active, by child. */
    private static List<Map<Integer, List<Double>>> named(SearchSpace space) {
        var parameters = space.parameters();
        var result = new ArrayList<Map<Integer, List<Double>>>();
        for (var parent : parameters) {
            var encoding = Encoding.of(SearchSpace.of(parent));
            var children = new TreeMap<Integer, List<Double>>();
            int child = 0;
            for (var dimension : space.dimensions()) {
                for (var condition : dimension.conditions()) {
                    if (condition.parent().equals(parent.name())) {
                        children.merge(
                                child,
                                condition.labels().stream()
                                        .map(
                                                label -> encoding.encode(Configuration.of(
                                                        Map.of(parent.name(), parent.check(label))))[0])
                                        .toList(),
                                (one, other) ->
                                        one.stream().filter(other::contains).toList());
                    }
                }
                child++;
            }
            result.add(children);
        }
        return result;
    }

    /** How many coordinates. */
    int size() {
        return bins.size();
    }

    /** The name of a parameter. */
    String name(int column) {
        return names.get(column);
    }

    /** The parts of a coordinate. */
    Bins bins(int column) {
        return bins.get(column);
    }

    /** Which parts of which other coordinates make a parameter active; none for one that always is. */
    Map<Integer, Long> active(int column) {
        return active.get(column);
    }

    /** Where two are active at once; a set is empty where they never are. */
    Map<Integer, Long> active(int one, int other) {
        var both = new TreeMap<>(active.get(one));
        active.get(other).forEach((c, set) -> both.merge(c, set, (first, second) -> first & second));
        return both;
    }

    /** The volume of a box. */
    double volume(Map<Integer, Long> box) {
        double volume = 1;
        for (var side : box.entrySet()) {
            volume *= bins.get(side.getKey()).width(side.getValue());
        }
        return volume;
    }

    /** The parts in which points lie, one array a coordinate; -1 where a point does not have it. */
    byte[][] columns(double[][] points) {
        var result = new byte[size()][points.length];
        for (int c = 0; c < result.length; c++) {
            for (int i = 0; i < points.length; i++) {
                result[c][i] =
                        (byte) (Double.isNaN(points[i][c]) ? -1 : bins.get(c).of(points[i][c]));
            }
        }
        return result;
    }
}
