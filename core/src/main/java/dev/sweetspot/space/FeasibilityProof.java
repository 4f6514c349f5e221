package dev.sweetspot.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Proves a feasible set empty, or finds a point of it, by branch and bound (Land and Doig 1960, Econometrica 28): the
 * choices that conditions and forbidden combinations look at are tried in turn; what is left are linear relations,
 * which {@link Simplex} decides over real numbers; grids are branched on where its point falls between two values.
 * Parameters that no relation depends on are never branched on.
 */
final class FeasibilityProof {
    /** So many linear programs at the most: a second for spaces of some dozen parameters. */
    static final int LIMIT = 4000;

    private static final int MOST_RELATIONS_TO_BLAME = 40;
    private static final int BOUNDED_DEPTH = 300;
    private static final int MOST_NODES = 200_000;

    private final Walk walk;
    private final List<Relation> relations;
    private final Set<Integer> relevant = new HashSet<>();
    private final Map<String, Integer> index = new HashMap<>();
    private int steps;
    private int nodes;

    private FeasibilityProof(Walk walk, List<Relation> relations) {
        this.walk = walk;
        this.relations = relations;
        for (int i = 0; i < walk.size(); i++) {
            index.put(walk.name(i), i);
        }
        relations.forEach(relation -> names(relation).forEach(this::markRelevant));
    }

    static Feasibility of(Walk walk) {
        var whole = new FeasibilityProof(walk, walk.relations());
        var found = whole.branch(0, new LinkedHashMap<>());
        if (found.isPresent()) {
            return new Feasibility.Feasible(Configuration.of(found.get()));
        }
        if (whole.steps >= LIMIT) {
            return new Feasibility.Undecided(whole.steps);
        }
        return new Feasibility.Empty(blame(walk));
    }

    /** Drops relation after relation for as long as the rest is proved empty: what stays is at fault together. */
    private static List<Relation> blame(Walk walk) {
        var kept = new ArrayList<>(walk.relations());
        for (int i = 0; i < kept.size() && kept.size() <= MOST_RELATIONS_TO_BLAME; ) {
            var fewer = new ArrayList<>(kept);
            fewer.remove(i);
            var proof = new FeasibilityProof(walk, fewer);
            if (proof.branch(0, new LinkedHashMap<>()).isEmpty() && proof.steps < LIMIT) {
                kept = fewer;
            } else {
                i++;
            }
        }
        return kept;
    }

    private static Set<String> names(Relation relation) {
        return relation instanceof Relation.Linear linear
                ? linear.factors().keySet()
                : ((Relation.Forbidden) relation).labels().keySet();
    }

    private void markRelevant(String name) {
        int i = index.getOrDefault(name, -1);
        if (i >= 0 && relevant.add(i)) {
            walk.conditions(i).forEach(condition -> markRelevant(condition.parent()));
        }
    }

    private Optional<Map<String, Object>> branch(int i, Map<String, Object> values) {
        if (++nodes > MOST_NODES) {
            steps = LIMIT;
        }
        if (steps >= LIMIT || brokenForbidden(values, i)) {
            return Optional.empty();
        }
        if (i == walk.size()) {
            return numbers(values);
        }
        if (!walk.active(i, values)) {
            return branch(i + 1, values);
        }
        var parameter = walk.parameter(i);
        if (!relevant.contains(i) && !walk.isParent(i)) {
            return branch(i + 1, with(values, i, checked(parameter)));
        }
        if (number(parameter) && !walk.isParent(i)) {
            return branch(i + 1, with(values, i, checked(parameter)));
        }
        long count = relevant.contains(i) ? walk.axis(i).size().orElse(1) : 1;
        for (long k = 0; k < count && steps < LIMIT; k++) {
            var found = branch(i + 1, with(values, i, walk.axis(i).at(k)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Map<String, Object> with(Map<String, Object> values, int i, Object value) {
        var longer = new LinkedHashMap<>(values);
        longer.put(walk.name(i), value);
        return longer;
    }

    private static <T> Object checked(Parameter<T> parameter) {
        return parameter.check(parameter.defaultValue());
    }

    private static boolean number(Parameter<?> parameter) {
        return parameter instanceof RealParameter || parameter instanceof IntegerParameter;
    }

    private int place(String name) {
        return Objects.requireNonNull(index.get(name), name);
    }

    private Parameter<?> parameter(String name) {
        return walk.parameter(place(name));
    }

    private boolean free(String name) {
        int i = index.getOrDefault(name, -1);
        return i >= 0 && number(walk.parameter(i)) && !walk.isParent(i);
    }

    /** A combination of decided values only: numbers are decided later. */
    private boolean brokenForbidden(Map<String, Object> values, int decided) {
        if (decided < walk.size()) {
            for (var relation : relations) {
                if (relation instanceof Relation.Forbidden forbidden
                        && forbidden.labels().keySet().stream().noneMatch(this::free)
                        && !Relations.keeps(relation, values)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Decides the numbers of one branch. */
    private Optional<Map<String, Object>> numbers(Map<String, Object> values) {
        var names = values.keySet().stream()
                .filter(name -> free(name) && relevant.contains(place(name)))
                .toList();
        var low = new double[names.size()];
        var high = new double[names.size()];
        for (int v = 0; v < low.length; v++) {
            var grid = Grid.of(parameter(names.get(v)));
            low[v] = grid.first();
            high[v] = grid.last();
        }
        var rows = new ArrayList<Simplex.Row>();
        for (var relation : relations) {
            if (relation instanceof Relation.Linear linear
                    && values.keySet().containsAll(linear.factors().keySet())) {
                rows.add(row(linear, names, values));
            }
        }
        return bound(rows, names, low, high, values, 0);
    }

    private Simplex.Row row(Relation.Linear linear, List<String> names, Map<String, Object> values) {
        var factors = new double[names.size()];
        double bound = linear.bound();
        for (var entry : linear.factors().entrySet()) {
            int v = names.indexOf(entry.getKey());
            if (v < 0) {
                bound -= entry.getValue() * ((Number) Objects.requireNonNull(values.get(entry.getKey()))).doubleValue();
            } else {
                var grid = Grid.of(parameter(entry.getKey()));
                factors[v] = entry.getValue() * grid.unit();
                bound -= entry.getValue() * grid.offset();
            }
        }
        return new Simplex.Row(factors, linear.comparison(), bound);
    }

    private Optional<Map<String, Object>> bound(
            List<Simplex.Row> rows,
            List<String> names,
            double[] low,
            double[] high,
            Map<String, Object> values,
            int depth) {
        if (steps >= LIMIT || depth > BOUNDED_DEPTH) {
            steps = LIMIT;
            return Optional.empty();
        }
        steps++;
        var solution = Simplex.solve(rows, low, high);
        if (solution.answer() == Simplex.Answer.UNDECIDED) {
            steps = LIMIT;
        }
        if (solution.point().isEmpty()) {
            return Optional.empty();
        }
        var point = solution.point().get();
        var rounded = new LinkedHashMap<>(values);
        int split = -1;
        double farthest = 1e-7;
        for (int v = 0; v < point.length; v++) {
            var grid = Grid.of(parameter(names.get(v)));
            double away = grid.whole() ? Math.abs(point[v] - Math.rint(point[v])) : 0;
            if (away > farthest) {
                farthest = away;
                split = v;
            }
            rounded.put(names.get(v), grid.value(parameter(names.get(v)), point[v]));
        }
        if (keeps(rounded)) {
            return Optional.of(rounded);
        }
        if (split >= 0) {
            double at = Math.floor(point[split]);
            return either(rows, names, low, high, values, depth, split, at, at + 1);
        }
        return aside(rows, names, low, high, values, depth, point, rounded);
    }

    /** The point is forbidden: each of its numbers in the combination may lie below or above. */
    private Optional<Map<String, Object>> aside(
            List<Simplex.Row> rows,
            List<String> names,
            double[] low,
            double[] high,
            Map<String, Object> values,
            int depth,
            double[] point,
            Map<String, Object> rounded) {
        for (var relation : relations) {
            if (relation instanceof Relation.Forbidden forbidden && !Relations.keeps(relation, rounded)) {
                for (var name : forbidden.labels().keySet()) {
                    int v = names.indexOf(name);
                    if (v >= 0) {
                        boolean whole = Grid.of(parameter(name)).whole();
                        double at = whole ? Math.rint(point[v]) : point[v];
                        double gap = whole ? 1 : 1e-6 * Math.max(Math.abs(at), high[v] - low[v]);
                        var found = either(rows, names, low, high, values, depth, v, at - gap, at + gap);
                        if (found.isPresent()) {
                            return found;
                        }
                        if (!whole) {
                            steps = LIMIT; // the gap around a forbidden real number was not looked at
                        }
                    }
                }
                return Optional.empty();
            }
        }
        steps = LIMIT; // rounding stands between the program and the relation: no proof either way
        return Optional.empty();
    }

    private Optional<Map<String, Object>> either(
            List<Simplex.Row> rows,
            List<String> names,
            double[] low,
            double[] high,
            Map<String, Object> values,
            int depth,
            int split,
            double below,
            double above) {
        var lowered = high.clone();
        lowered[split] = below;
        var found = bound(rows, names, low, lowered, values, depth + 1);
        if (found.isPresent()) {
            return found;
        }
        var raised = low.clone();
        raised[split] = above;
        return bound(rows, names, raised, high, values, depth + 1);
    }

    private boolean keeps(Map<String, Object> values) {
        return relations.stream().allMatch(relation -> Relations.keeps(relation, values));
    }

    /** A number as {@code offset + unit * k}, k whole for values on a grid. */
    private record Grid(double offset, double unit, double first, double last, boolean whole) {
        static Grid of(Parameter<?> parameter) {
            if (parameter instanceof IntegerParameter integer) {
                double last = Math.floor(((double) integer.high() - integer.low()) / integer.step());
                return new Grid(integer.low(), integer.step(), 0, last, true);
            }
            var real = (RealParameter) parameter;
            OptionalDouble step = real.step();
            return step.isPresent()
                    ? new Grid(
                            real.low(),
                            step.getAsDouble(),
                            0,
                            Math.floor((real.high() - real.low()) / step.getAsDouble() + 1e-9),
                            true)
                    : new Grid(0, 1, real.low(), real.high(), false);
        }

        Object value(Parameter<?> parameter, double k) {
            double index = whole ? Math.rint(k) : k;
            if (parameter instanceof IntegerParameter integer) {
                return (int) Math.round(integer.low() + index * integer.step());
            }
            var real = (RealParameter) parameter;
            return Ranges.onGrid(
                    Ranges.clamp(offset + unit * index, real.low(), real.high()), real.low(), real.high(), real.step());
        }
    }
}
