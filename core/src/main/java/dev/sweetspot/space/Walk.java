package dev.sweetspot.space;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Goes through a space in its order and says which parameters the values chosen so far make active. */
final class Walk {
    private final List<SearchSpace.Dimension> dimensions;
    private final List<Axis<Object>> axes;
    private final List<Axis<Object>> open;
    private final List<Relation> relations;
    private final boolean joint;
    private final Set<String> parents = new HashSet<>();

    Walk(SearchSpace space) {
        dimensions = List.copyOf(space.dimensions());
        axes = dimensions.stream().map(dimension -> axis(dimension.parameter())).toList();
        relations = space.relations();
        open = IntStream.range(0, axes.size())
                .mapToObj(i -> Open.axis(parameter(i), axes.get(i), Open.about(name(i), relations)))
                .toList();
        joint = relations.stream().anyMatch(relation -> !Open.single(relation));
        dimensions.forEach(dimension -> dimension.conditions().forEach(condition -> parents.add(condition.parent())));
    }

    @SuppressWarnings("unchecked") // values come from the same parameter's axis or its check
    private static Axis<Object> axis(Parameter<?> parameter) {
        return (Axis<Object>) Axis.of(parameter);
    }

    int size() {
        return dimensions.size();
    }

    Parameter<?> parameter(int index) {
        return dimensions.get(index).parameter();
    }

    String name(int index) {
        return dimensions.get(index).parameter().name();
    }

    List<Condition> conditions(int index) {
        return dimensions.get(index).conditions();
    }

    /** Whether a condition of another parameter looks at it. */
    boolean isParent(int index) {
        return parents.contains(name(index));
    }

    Axis<Object> axis(int index) {
        return axes.get(index);
    }

    /** What the relations about one parameter alone leave of its axis; the whole one where there are none. */
    Axis<Object> open(int index) {
        return open.get(index);
    }

    /**
     * Where a coordinate of the whole axis lies on what is left of it: at the nearest value that is left; for a choice
     * without order that is not left, anywhere.
     */
    double opened(int index, double coordinate, RandomGenerator random) {
        var whole = axes.get(index);
        var left = open.get(index);
        if (left == whole) {
            return coordinate;
        }
        var value = whole.decode(coordinate);
        if (parameter(index) instanceof CategoricalParameter && left.weight(value) == 0) {
            return random.nextDouble();
        }
        return left.size().isPresent() ? left.encode(nearest(left, whole, coordinate)) : left.encode(value);
    }

    private static Object nearest(Axis<Object> left, Axis<Object> whole, double coordinate) {
        long low = 0;
        long high = left.size().orElseThrow() - 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (whole.encode(left.at(middle)) < coordinate) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        var above = left.at(low);
        if (low == 0) {
            return above;
        }
        var below = left.at(low - 1);
        return coordinate - whole.encode(below) < whole.encode(above) - coordinate ? below : above;
    }

    /** Whether a relation is about several parameters. */
    boolean joint() {
        return joint;
    }

    List<Relation> relations() {
        return relations;
    }

    /** Whether a parameter is active, given the values of those before it. */
    boolean active(int index, Map<String, Object> values) {
        for (var condition : dimensions.get(index).conditions()) {
            var value = values.get(condition.parent());
            if (value == null || !holds(condition, value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Condition condition, Object value) {
        // Parents are counted values, and Choice labels them as their parameters do.
        return condition.labels().contains(Choice.of(value).label());
    }

    /** How one parameter gets its value. */
    @FunctionalInterface
    interface Chooser {
        Object choose(int index, Map<String, Object> before);
    }

    /** A value for every active parameter; relations are not looked at. */
    Map<String, Object> assign(Chooser chooser) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < dimensions.size(); i++) {
            if (active(i, values)) {
                values.put(name(i), chooser.choose(i, values));
            }
        }
        return values;
    }

    /** Whether all relations between values hold. */
    boolean keepsRelations(Map<String, Object> values) {
        for (var relation : relations) {
            if (!Relations.keeps(relation, values)) {
                return false;
            }
        }
        return true;
    }
}
